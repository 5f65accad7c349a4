import { For, Match, Suspense, Switch } from "solid-js";
import type { Cell, Part } from "../../../shared/assignment/assignment.ts";
import { nameKind } from "../../parts/cell-words.ts";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Prose } from "../../prose/prose.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";

/** One version of the homework, to be read. */
export function VersionReader(props: { course: string; version: number }) {
  const [answer, again] = createAnswer(
    () => props.version,
    (version) => homeworkCalls.version(props.course, version),
  );
  const view = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  return (
    <div class="version-reader stack">
      <Switch fallback={<StatusLine tone="muted">Loading version {props.version}.</StatusLine>}>
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="The versions are for the staff" />}
        </Match>
        <Match when={view()}>
          {(read) => (
            <Suspense>
              <h3>{read().assignment.title}</h3>
              <Prose markdown={read().assignment.intro} />
              <For each={read().assignment.problems}>
                {(problem) => (
                  <>
                    <h3>
                      Problem {problem.number}: {problem.title}
                    </h3>
                    <Prose markdown={problem.intro} />
                    <For each={problem.parts}>{(part) => <ReadPart part={part} />}</For>
                  </>
                )}
              </For>
            </Suspense>
          )}
        </Match>
      </Switch>
    </div>
  );
}

function ReadPart(props: { part: Part }) {
  return (
    <div class="version-part">
      <h4>
        ({props.part.letter}) {plural(props.part.points, "point")}
      </h4>
      <Prose markdown={props.part.prompt} />
      <p class="muted">Asks for: {props.part.cells.map((cell) => sayCell(cell)).join("; ")}.</p>
    </div>
  );
}

function sayCell(cell: Cell): string {
  return `${nameKind(cell.kind)} ${cell.id}`;
}
