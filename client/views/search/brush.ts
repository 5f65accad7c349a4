import type { AxisName } from "./axes.ts";

/** Which part of an axis is looked at, in shares of it; the whole axis is 0 to 1. */
export type Range = { readonly low: number; readonly high: number };
export type Ranges = Readonly<Partial<Record<AxisName, Range>>>;

export const WHOLE: Range = { low: 0, high: 1 };
/** A drag shorter than this is a touch, which takes the range away. */
const LEAST_DRAG = 0.02;
const SLACK = 1e-9;

/** Whether a line meets every axis inside its range. */
export function isInside(shares: readonly number[], axes: readonly AxisName[], ranges: Ranges): boolean {
  return axes.every((axis, i) => {
    const { low, high } = ranges[axis] ?? WHOLE;
    const share = shares[i] ?? 0;
    return share >= low - SLACK && share <= high + SLACK;
  });
}

/** The range that a drag from one share to another makes. */
export function rangeOfDrag(from: number, to: number): Range {
  if (Math.abs(to - from) < LEAST_DRAG) return WHOLE;
  return { low: clip(Math.min(from, to)), high: clip(Math.max(from, to)) };
}

export type End = keyof Range;

/** A range with one end moved, never past the other. */
export function moveEnd({ low, high }: Range, end: End, to: number): Range {
  return end === "low" ? { low: Math.min(clip(to), high), high } : { low, high: Math.max(clip(to), low) };
}

/** Where a key moves an end: to the next stop, or with Home and End to the ends of the axis. Null for other keys. */
export function stepEnd(at: number, key: string, stops: readonly number[]): number | null {
  switch (key) {
    case "ArrowUp":
    case "ArrowRight":
      return stops.find((stop) => stop > at + SLACK) ?? 1;
    case "ArrowDown":
    case "ArrowLeft":
      return stops.findLast((stop) => stop < at - SLACK) ?? 0;
    case "Home":
      return 0;
    case "End":
      return 1;
    default:
      return null;
  }
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
