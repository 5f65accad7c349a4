import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { type AttemptRun, answerOf, countingAttempt } from "../../../../shared/assignment/answers.ts";
import { findCell, listCells } from "../../../../shared/assignment/assignment.ts";
import { type Facts, listWarnings, type Warning } from "../../../../shared/assignment/warnings.ts";
import type { Notebook } from "../../../state/notebook.ts";
import { readLosses } from "../../../state/run-contents.ts";
import type { ReadingThread } from "../code/reading-thread.ts";
import type { ClassSource } from "./specs.ts";

/** Facts are looked for when nothing was changed for this long. */
const LOOK_AFTER_MILLISECONDS = 400;

const NO_FACTS: Facts = { losses: new Map(), models: new Map() };

/** A run of an attempt that counts, with the class that is in its code cell now. */
type CountingRun = { readonly run: AttemptRun; readonly code: ClassSource };

/** What is wrong with a notebook as it stands, kept up as it changes. What needs other devices or the server is not asked for. */
export function createWarnings(notebook: Notebook, reader: ReadingThread): Accessor<readonly Warning[]> {
  const [facts, setFacts] = createSignal(NO_FACTS);
  /** What is asked about: other texts than the classes say nothing about runs. */
  const runs = createMemo(() => listCountingRuns(notebook), [], {
    equals: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  createEffect(
    on(runs, (asked) => {
      let isOld = false;
      const timer = setTimeout(async () => {
        const found = await look(asked);
        if (!isOld) setFacts(found);
      }, LOOK_AFTER_MILLISECONDS);
      onCleanup(() => {
        isOld = true;
        clearTimeout(timer);
      });
    }),
  );

  async function look(asked: readonly CountingRun[]): Promise<Facts> {
    const [losses, models] = await Promise.all([
      readLosses(asked.map(({ run }) => run.id)),
      reader.models(asked.map(({ run, code }) => ({ code, width: run.width }))),
    ]);
    const known = asked.flatMap(({ run }, i) => {
      const model = models[i];
      return model ? [[run.id, model] as const] : [];
    });
    return { losses, models: new Map(known) };
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
