import * as z from "zod/mini";

const MAX_TEXT_LETTERS = 2_000;
/** Predictions that a device keeps; the oldest make room. */
const MAX_PREDICTIONS = 200;

/** What a reader predicted, and why. */
export const Prediction = z.object({
  /** The question, and what about it. */
  key: z.string(),
  /** The place of the chosen option, or the number; null before either. */
  guess: z.nullable(z.number()),
  /** The reader's own words. */
  text: z.string(),
  /** Whether the reader has seen what happened; the guess stands from then on. */
  isShown: z.boolean(),
});
export type Prediction = z.infer<typeof Prediction>;
/** The one that was changed last comes last. */
export type PredictionList = readonly Prediction[];

/** The list as the browser keeps it; spoilt or absent text is no predictions. */
export function parsePredictions(text: string | null): PredictionList {
  try {
    const parsed = z.safeParse(z.array(Prediction), JSON.parse(text ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

export function findPrediction(list: PredictionList, key: string): Prediction {
  return list.find((one) => one.key === key) ?? { key, guess: null, text: "", isShown: false };
}

/** The list with a prediction in the place of what was there of its key. A guess that was compared is changed no more. */
export function withPrediction(list: PredictionList, next: Prediction): PredictionList {
  const before = findPrediction(list, next.key);
  const guess = before.isShown ? before.guess : next.guess;
  const text = next.text.slice(0, MAX_TEXT_LETTERS);
  return [...withoutPrediction(list, next.key), { ...next, guess, text }].slice(-MAX_PREDICTIONS);
}

export function withoutPrediction(list: PredictionList, key: string): PredictionList {
  return list.filter((one) => one.key !== key);
}
