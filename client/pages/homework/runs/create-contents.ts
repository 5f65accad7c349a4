import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { History } from "../../../../shared/api/runs.ts";
import type { AttemptRun } from "../../../../shared/assignment/answers.ts";
import { type RunContents, type RunPlace, readRunContents } from "../../../state/run-contents.ts";

export type Contents = ReturnType<typeof createContents>;
type Read = Awaited<ReturnType<typeof readRunContents>>;

/** What is kept of runs, read back as they are asked for. */
export function createContents(course: string, runs: Accessor<readonly AttemptRun[]>) {
  const [known, setKnown] = createSignal<ReadonlyMap<string, Read>>(new Map());
  const ids = () =>
    runs()
      .map(({ id }) => id)
      .join(" ");

  createEffect(
    on(ids, async () => {
      let isOld = false;
      onCleanup(() => {
        isOld = true;
      });
      const asked = runs();
      const read = await Promise.all(
        asked.map(async (run) => [run.id, await readRunContents(course, run)] as const),
      );
      if (!isOld) setKnown(new Map(read));
    }),
  );

  const found = (id: string) => {
    const read = known().get(id);
    return read?.ok ? read.value : null;
  };
  return {
    /** Null while it is read, and where it is nowhere. */
    history: (id: string): History | null => found(id)?.history ?? null,
    /** The history and the weights; null as above. */
    whole: (id: string): RunContents | null => found(id),
    /** Where the class has it, as far as that was known when it was read. */
    place: (id: string): RunPlace | null => found(id),
    /** Why a run could not be read; null where it could, and while it is read. */
    why(id: string): string | null {
      const read = known().get(id);
      return read === undefined || read.ok ? null : read.error;
    },
  };
}
