import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { AssignmentView } from "../../../shared/api/homework.ts";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Prose } from "../../prose/prose.tsx";
import { createInTurn } from "../../state/in-turn.ts";
import type { Notebook } from "../../state/notebook.ts";
import { Contents } from "./contents/contents.tsx";
import { createCurrentPart } from "./contents/create-current-part.ts";
import { createPartKeys } from "./contents/create-part-keys.ts";
import { HandInSection } from "./hand-in/hand-in-section.tsx";
import { PageHelp } from "./page-help.tsx";
import { partIds } from "./part-id.ts";
import { createPresence } from "./presence/create-presence.ts";
import { ProblemSection } from "./problem-section.tsx";
import { RunAll } from "./runs/run-all.tsx";
import { createWork } from "./work.ts";

/** The notebook of one member: the assignment, or why there is none. */
export function NotebookView(props: { notebook: Notebook }) {
  const failure = () => props.notebook.assignmentFailure();
  return (
    <Switch fallback={<StatusLine live>Loading the homework.</StatusLine>}>
      <Match when={props.notebook.isOpen() && props.notebook.assignment()}>
        {(view) => <Pages notebook={props.notebook} view={view()} />}
      </Match>
      <Match when={failure()}>
        {(why) => (
          <FailedAnswer
            failure={why()}
            onAgain={props.notebook.askAssignment}
            refused="The class gives this browser no homework"
          />
        )}
      </Match>
    </Switch>
  );
}

function Pages(props: { notebook: Notebook; view: AssignmentView }) {
  const work = createWork(props.notebook, () => props.view.assignment);
  const problems = () => props.view.assignment.problems;
  const { count } = createInTurn(() => problems().length);
  const shown = createMemo(() => problems().slice(0, count()));
  const isWhole = () => shown().length === props.view.assignment.problems.length;
  const places = () => [...partIds(shown()), ...(isWhole() ? ["hand-in"] : [])];
  const current = createCurrentPart(places);
  createPartKeys(places, current);
  createPresence(work, current);
  return (
    <div class="notebook">
      <Contents work={work} current={current()} />
      <div class="notebook-pages">
        <header class="stack">
          <h1>{props.view.assignment.title}</h1>
          <Prose markdown={props.view.assignment.intro} />
          <PageHelp />
          <RunAll work={work} />
        </header>
        <For each={shown()}>{(problem) => <ProblemSection work={work} problem={problem} />}</For>
        <Show when={isWhole()}>
          <HandInSection work={work} deadline={props.view} />
        </Show>
      </div>
    </div>
  );
}
