import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { answerOf, countingAttempt } from "../../../../shared/assignment/answers.ts";
import { findCell, listCells } from "../../../../shared/assignment/assignment.ts";
import { type Facts, listWarnings, type Warning } from "../../../../shared/assignment/warnings.ts";
import { workInIdleTime } from "../../../state/idle.ts";
import type { Notebook } from "../../../state/notebook.ts";
import { readLosses } from "../../../state/run-contents.ts";
import type { CountingRun } from "./present-models.ts";

/** Facts are looked for when nothing was changed for this long. */
const LOOK_AFTER_MILLISECONDS = 400;

const NO_FACTS: Facts = { losses: new Map(), models: new Map() };

/** What is wrong with a notebook as it stands, kept up as it changes. What needs other devices or the server is not asked for. */
export function createWarnings(notebook: Notebook): Accessor<readonly Warning[]> {
  const [facts, setFacts] = createSignal(NO_FACTS);
  createEffect(
    on([notebook.assignment, notebook.answers], () => {
      const leaving = new AbortController();
      const timer = setTimeout(() => look(leaving.signal), LOOK_AFTER_MILLISECONDS);
      onCleanup(() => {
        clearTimeout(timer);
        leaving.abort();
      });
    }),
  );

  async function look(signal: AbortSignal): Promise<void> {
    const runs = listCountingRuns(notebook);
    const losses = await readLosses(runs.map(({ run }) => run.id));
    const { findPresentModels } = await import("./present-models.ts");
    const models = await workInIdleTime(findPresentModels(runs), { signal, onStep: () => {} });
    if (models !== null && !signal.aborted) setFacts({ losses, models });
  }

  return createMemo(() => {
    const view = notebook.assignment();
    return view === null ? [] : listWarnings(view.assignment, notebook.answers(), facts());
  });
}

function listCountingRuns(notebook: Notebook): readonly CountingRun[] {
  const assignment = notebook.assignment()?.assignment;
  if (assignment === undefined) return [];
  const answers = notebook.answers();
  return listCells(assignment).flatMap(({ cell }): readonly CountingRun[] => {
    const code = cell.kind === "run" ? findCell(assignment, "code", cell.model) : null;
    if (code === null) return [];
    const { source } = notebook.answer("code", code);
    const attempt = countingAttempt(answerOf(answers, "run", cell.id));
    return (attempt?.runs ?? []).map((run) => ({ run, code: { source, itemShape: code.itemShape } }));
  });
}
