import { type AnswerOf, type Attempt, countingAttempt } from "../../../../shared/assignment/answers.ts";
import { MAX_ATTEMPTS } from "../../../../shared/limits.ts";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import type { CellRun } from "./specs.ts";

type RunAnswer = AnswerOf<"run">;

/** The attempt among the others, in the place of the one with its id where there is one. */
export function withAttempt(answer: RunAnswer, attempt: Attempt): RunAnswer {
  const isThere = answer.attempts.some(({ id }) => id === attempt.id);
  const attempts = isThere
    ? answer.attempts.map((one) => (one.id === attempt.id ? attempt : one))
    : [...answer.attempts, attempt];
  return { ...answer, attempts };
}

export function withoutAttempt(answer: RunAnswer, id: string): RunAnswer {
  return {
    ...answer,
    attempts: answer.attempts.filter((one) => one.id !== id),
    pinned: answer.pinned === id ? null : answer.pinned,
  };
}

/** An attempt that was deleted, back in its place: they stand in the order in which they were trained. */
export function withAttemptBack(answer: RunAnswer, attempt: Attempt, wasPinned: boolean): RunAnswer {
  const others = answer.attempts.filter(({ id }) => id !== attempt.id);
  return {
    ...answer,
    attempts: [...others, attempt].toSorted((a, b) => a.at - b.at),
    pinned: wasPinned ? attempt.id : answer.pinned,
  };
}

/** `Attempt 3`: one above the highest number so far, so that no name comes twice. */
export function nextName({ attempts }: RunAnswer): string {
  const numbers = attempts.map(({ name }) => Number(/^Attempt (\d+)$/.exec(name)?.[1] ?? 0));
  return `Attempt ${Math.max(attempts.length, ...numbers) + 1}`;
}

export function isFull({ attempts }: RunAnswer): boolean {
  return attempts.length >= MAX_ATTEMPTS;
}

/** The attempt that can best be spared: the oldest that does not count. */
export function oldestSpare(answer: RunAnswer): Attempt | null {
  const counting = countingAttempt(answer);
  return answer.attempts.find(({ id }) => id !== counting?.id) ?? null;
}

/** Whether an attempt has these very runs, so that training again would give nothing new. */
export function hasTrained({ attempts }: RunAnswer, runs: readonly CellRun[]): boolean {
  const wanted = canonicalJson(runs.map(({ spec }) => spec));
  return attempts.some((one) => canonicalJson(one.runs.map(({ spec }) => spec)) === wanted);
}
