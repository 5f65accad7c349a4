/** What a run's training loss did from its first epoch to its last. */
export const LOSS_COURSES = ["fell", "still", "rose"] as const;
export type LossCourse = (typeof LOSS_COURSES)[number];

/** A loss that lost less than this share of where it began has stood still: honest training takes off a quarter in 50 epochs. */
const STILL_SHARE = 0.01;

/** Of losses by epoch; a run of one epoch has nowhere to fall and counts as one that fell. */
export function lossCourse(trainLoss: readonly number[]): LossCourse {
  const [first, last] = [trainLoss[0], trainLoss.at(-1)];
  if (first === undefined || last === undefined || trainLoss.length < 2) return "fell";
  if (last > first * (1 + STILL_SHARE)) return "rose";
  return last > first * (1 - STILL_SHARE) ? "still" : "fell";
}
