import type { Run } from "./training-run.ts";

/** A loss that ends this many times above where it began was not learned from. */
const RUNAWAY_TIMES = 10;

/** Whether a finished run's loss ran away: its numbers are still finite, but say nothing about the model. */
export function ranAway({ trainLoss, outcome }: Run): boolean {
  const [first, last] = [trainLoss[0], trainLoss.at(-1)];
  return (
    outcome.status === "finished" && first !== undefined && last !== undefined && last > RUNAWAY_TIMES * first
  );
}
