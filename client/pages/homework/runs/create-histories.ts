import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { History } from "../../../../shared/api/runs.ts";
import type { AttemptRun } from "../../../../shared/assignment/answers.ts";
import { readRunContents } from "../../../state/run-contents.ts";

export type Histories = ReturnType<typeof createHistories>;

/** The histories of runs, read back as they are asked for. */
export function createHistories(course: string, runs: Accessor<readonly AttemptRun[]>) {
  const [known, setKnown] = createSignal<ReadonlyMap<string, History>>(new Map());
  const [missing, setMissing] = createSignal<string | null>(null);
  const ids = () =>
    runs()
      .map(({ id }) => id)
      .join(" ");

  async function read(isOld: () => boolean): Promise<void> {
    const asked = runs();
    const read = await Promise.all(asked.map((run) => readRunContents(course, run)));
    if (isOld()) return;
    setKnown(
      new Map(read.flatMap((one, i) => (one.ok ? [[asked[i]?.id ?? "", one.value.history] as const] : []))),
    );
    setMissing(read.find((one) => !one.ok)?.error ?? null);
  }

  createEffect(
    on(ids, () => {
      let isOld = false;
      onCleanup(() => {
        isOld = true;
      });
      void read(() => isOld);
    }),
  );
  return {
    /** Null while it is read, and where it is nowhere. */
    of: (id: string): History | null => known().get(id) ?? null,
    /** Why a run could not be read; null where all could. */
    missing,
  };
}
