import type { Prediction } from "../../state/prediction-list.ts";
import type { Answer, Guess } from "./question.ts";
import { sayDistance } from "./say.ts";

/** What was predicted, in words; null before anything was. */
export function sayGuess(guess: Guess, predicted: number | null): string | null {
  if (predicted === null) return null;
  return guess.kind === "choice" ? (guess.options[predicted] ?? null) : predicted.toFixed(2);
}

/** How the prediction and what happened are to each other. */
export function sayOutcome(guess: Guess, predicted: number, truth: number): string {
  if (guess.kind === "number") return sayDistance(predicted, truth);
  return predicted === truth ? "It came out as you predicted." : "It came out otherwise. Here is why.";
}

/** What the reader predicted, wrote and measured, as text to take along. */
export function writeNotes(
  { ask, guess }: { readonly ask: string; readonly guess: Guess },
  { guess: predicted, text, isShown }: Prediction,
  answer: Answer,
): string {
  const words = sayGuess(guess, predicted);
  return [
    ask,
    ...(words === null ? [] : [`My prediction: ${words}`]),
    ...(text.trim() === "" ? [] : [text.trim()]),
    ...(isShown && answer.status === "known" ? [`Measured: ${answer.measured}`] : []),
  ].join("\n\n");
}
