import type { AdamStep } from "./parameters.ts";

/** One of the parts that a task falls into: the `index`-th of `of`. */
export type Part = { readonly index: number; readonly of: number };

/** Sums of one part's images, which are added in the order of the parts. */
export type Sums = { readonly squares: number; readonly absolutes: number };

/**
 * What a step is made of, one after the other: what layers make of the weights, images forwards and backwards, the gradients of the
 * weights, their update.
 */
export type Task =
  | { readonly kind: "prepare" }
  | { readonly kind: "pass"; readonly images: number; readonly batch: number }
  | { readonly kind: "gather"; readonly images: number }
  | ({ readonly kind: "update" } & AdamStep);

/** Does one part of a task; only `pass` has sums. */
export type Work = (task: Task, part: Part) => Sums;

export const NO_SUMS: Sums = { squares: 0, absolutes: 0 };

/**
 * Who does the parts of a step's tasks: this program alone, or several threads on one memory. Every number comes out the same
 * whoever does a part, and whatever their number: images pass on their own, and each gradient is one sum over its images in order.
 */
export type Team = {
  /** Ends when every part is done; their sums in order. */
  share(task: Task): readonly Sums[];
  /** After the last task, and wherever a training is left. */
  end(): void;
};

/** Who shares the work of a training in `parts` parts. `open` is called once, when all numbers have their places. */
export type Helpers = { readonly parts: number; open(work: Work): Team };

export const NO_HELPERS: Helpers = {
  parts: 1,
  open: (work) => ({ share: (task) => [work(task, { index: 0, of: 1 })], end() {} }),
};

/** Where a part of `count` things begins and how many it has; all but the last have whole vectors of four. */
export function takePart(count: number, { index, of }: Part): { readonly first: number; readonly n: number } {
  const edge = (i: number) => (i === of ? count : Math.floor((count * i) / (4 * of)) * 4);
  return { first: edge(index), n: edge(index + 1) - edge(index) };
}
