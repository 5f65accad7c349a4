import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { CellStanding } from "../runs/queue.ts";
import type { Work } from "../work.ts";
import { countTrouble, forgetTrouble, NO_TROUBLE, type TroubleCount } from "./count-troubles.ts";

/** A class that is being typed is refused at every other letter: only what stands this long is an error. */
const STANDS_MILLISECONDS = 5_000;

/** What keeps going wrong on this page: a class that cannot be read, training that fails, what the class does not take. */
export function createTroubles(work: Work): Accessor<TroubleCount> {
  const [count, setCount] = createSignal(NO_TROUBLE);
  const cells = createMemo(() => work.cells().map(({ cell }) => cell));

  createEffect(() => {
    for (const cell of cells()) {
      if (cell.kind === "code") watchCode(cell);
      if (cell.kind === "run") watchRun(cell);
    }
  });

  function watchCode(cell: CellOf<"code">): void {
    const verdict = createMemo(() => work.readings.reading(cell.id));
    createEffect(() => {
      const known = verdict();
      if (known === null) return;
      const { source, reading } = known;
      if (reading.ok) {
        setCount((now) => forgetTrouble(now, "code"));
        return;
      }
      if (source.trim() === "" || source === cell.starter) return;
      const timer = setTimeout(() => setCount((now) => countTrouble(now, "code")), STANDS_MILLISECONDS);
      onCleanup(() => clearTimeout(timer));
    });
  }

  function watchRun(cell: CellOf<"run">): void {
    createEffect(
      on(
        () => work.runs.queue.standing(cell.id),
        (standing, before) => {
          if (standing !== before) setCount((now) => withTraining(now, standing));
        },
      ),
    );
  }

  const sending = createMemo(
    () => work.notebook.standings().filter(({ standing }) => standing.status === "failed").length,
  );
  return createMemo(() => ({ ...count(), sending: sending() }));
}

function withTraining(count: TroubleCount, standing: CellStanding): TroubleCount {
  switch (standing.status) {
    case "refused":
      return countTrouble(count, "training");
    case "over":
      if (standing.lost === null) return forgetTrouble(count, "training", "device");
      return countTrouble(count, standing.onDevice ? "device" : "training");
    case "idle":
    case "waiting":
    case "training":
    case "full":
      return count;
    default:
      return standing satisfies never;
  }
}
