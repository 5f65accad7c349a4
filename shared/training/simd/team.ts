import type { AdamStep } from "./parameters.ts";

/** One of the parts that a task falls into: the `index`-th of `of`. */
export type Part = { readonly index: number; readonly of: number };

/** Sums of one part's images, which are added in the order of the parts. */
export type Sums = { readonly squares: number; readonly absolutes: number };

/**
 * What a step is made of, one after the other: what layers make of the weights, images forwards and backwards and what they give to
 * the gradients, the update of the weights.
 */
export type Task =
  | { readonly kind: "prepare" }
  | { readonly kind: "pass"; readonly images: number; readonly batch: number }
  | ({ readonly kind: "update" } & AdamStep);

/** Parts that follow each other, from `first` to `last`. */
export type PartRange = { readonly first: number; readonly last: number };

export type Work = {
  /** Does one part of a task; only `pass` has sums. */
  part(task: Task, part: Part): Sums;
  /**
   * Adds what parts that have passed, of `images` images in all, give to one block of the gradients. Each block takes all parts once,
   * in their order.
   */
  gather(parts: PartRange, images: number, block: Part): void;
};

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

const WHOLE: Part = { index: 0, of: 1 };

export const NO_HELPERS: Helpers = {
  parts: 1,
  open: ({ part, gather }) => ({
    share(task) {
      const sums = part(task, WHOLE);
      if (task.kind === "pass") gather({ first: 0, last: 0 }, task.images, WHOLE);
      return [sums];
    },
    end() {},
  }),
};

/** Where a part of `count` things begins and how many it has; all but the last have whole vectors of four. */
export function takePart(count: number, { index, of }: Part): { readonly first: number; readonly n: number } {
  const edge = (i: number) => (i === of ? count : Math.floor((count * i) / (4 * of)) * 4);
  return { first: edge(index), n: edge(index + 1) - edge(index) };
}
