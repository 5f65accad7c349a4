import type { SweepSpec } from "../../../shared/spec/sweep.ts";
import type { Facts, RunNumbers } from "./facts.ts";

/** How a reader predicts: one of some answers, or a number. */
export type Guess =
  | { readonly kind: "choice"; readonly options: readonly string[] }
  | {
      readonly kind: "number";
      readonly label: string;
      readonly low: number;
      readonly high: number;
      readonly step: number;
    };

/** What to train in the lab, and in words why. */
export type Suggestion = { readonly words: string; readonly sweep: SweepSpec };

export type Answer =
  | {
      readonly status: "known";
      /** The place of the option that came true, or the number that was measured. */
      readonly truth: number;
      /** The reader's own numbers, in a few words. */
      readonly measured: string;
      /** Why it is so, with the reader's numbers. */
      readonly sentences: readonly string[];
      readonly next?: Suggestion;
    }
  /** A run is missing. */
  | { readonly status: "missing"; readonly train: Suggestion }
  /** It is being worked out beside the page. */
  | { readonly status: "awaited" };

/** A question that is predicted before it is measured. Pure: facts in, sentences out. */
export type Question = {
  readonly id: string;
  /** What a prediction is about beside the question: the same for runs that it holds for. */
  readonly about: (run: RunNumbers) => string;
  readonly ask: (facts: Facts) => string;
  /** What a reader may know before. */
  readonly given: (facts: Facts) => string;
  readonly guess: Guess;
  readonly fits: (run: RunNumbers) => boolean;
  readonly answer: (facts: Facts) => Answer;
};
