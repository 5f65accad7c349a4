import { createMemo, createSignal } from "solid-js";
import type { ViewProps } from "../viewed-run.ts";

export type End = "A" | "B";

/** The two images that a path leads between, and where on it the reader stands: 0 at A, 1 at B. */
export function createPath(props: ViewProps) {
  const first = (digit: number) => Math.max(0, props.digits.labels.indexOf(digit));
  const [a, setA] = createSignal(first(3));
  const [b, setB] = createSignal(first(8));
  const [share, setShare] = createSignal(0.5);
  const ends = createMemo(() => ({ A: a(), B: b() }));
  const setEnd = (end: End, place: number) => (end === "A" ? setA : setB)(place);
  return {
    ...{ ends, share, setShare, setEnd },
    /** The next image of a digit after the one that stands there. */
    another(end: End, digit: number) {
      const { labels } = props.digits;
      const from = ends()[end] + 1;
      const next = labels.indexOf(digit, labels[ends()[end]] === digit ? from : 0);
      setEnd(end, next === -1 ? first(digit) : next);
    },
  };
}

export type PathState = ReturnType<typeof createPath>;
