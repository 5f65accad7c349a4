import { createSignal, onCleanup } from "solid-js";
import type { Part } from "../../../shared/assignment/assignment.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { buildZero, type Gap } from "./zeros.ts";

/** How many grades are on their way at a time. */
const AT_ONCE = 4;

export type ZerosState =
  | { readonly status: "idle" }
  | { readonly status: "giving"; readonly given: number; readonly of: number }
  /** `why` where it did not come to the end. */
  | { readonly status: "ended"; readonly given: number; readonly of: number; readonly why: string | null };

/** Gives a grade of nothing where nothing was handed in, one after another; the first that fails ends it, and so does `stop`. */
export function createZeros(course: () => string) {
  const [state, setState] = createSignal<ZerosState>({ status: "idle" });
  let isStopped = false;
  onCleanup(() => {
    isStopped = true;
  });

  async function give(gaps: readonly Gap[], version: number): Promise<void> {
    isStopped = false;
    let [next, given] = [0, 0];
    let why: string | null = null;
    const parts = new Map<string, Part>();
    const giveOne = async ({ handle, part: id }: Gap): Promise<string | null> => {
      const known = parts.get(id);
      const read = known === undefined ? await gradesCalls.part(course(), id, [handle]) : null;
      if (read?.ok === false) return read.error.message;
      const part = known ?? read?.value.part;
      if (part === undefined) return null;
      parts.set(id, part);
      const put = await gradesCalls.putGrade(
        { course: course(), handle, part: id },
        buildZero(part, version),
      );
      return put.ok ? null : put.error.message;
    };
    const work = async () => {
      for (let gap = gaps[next++]; gap !== undefined && why === null && !isStopped; gap = gaps[next++]) {
        const failed = await giveOne(gap);
        if (failed === null) given++;
        else why ??= failed;
        setState({ status: "giving", given, of: gaps.length });
      }
    };
    setState({ status: "giving", given, of: gaps.length });
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    setState({ status: "ended", given, of: gaps.length, why });
  }

  return {
    state,
    give,
    stop() {
      isStopped = true;
    },
  };
}
