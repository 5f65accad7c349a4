import type { Dataset } from "../spec/experiment.ts";
import { isMoreBetter, nameMetric } from "./metrics.ts";
import type { BoardLimits, BoardRule, BoardState } from "./rule.ts";

/** How a course says things about time: its zone, and a time, as ISO 8601, on its clocks. */
export type SayTime = { readonly zone: string; readonly sayAt: (time: string) => string };

/** A rule in sentences, for whoever wants to be ranked by it. */
export function sayRule(rule: BoardRule, { zone, sayAt }: SayTime): readonly string[] {
  const { metric, dataset, limits, counts, ranking, names, state, attemptsADay } = rule;
  return [
    `Ranked by ${nameMetric(metric)}: the ${isMoreBetter(metric) ? "largest" : "smallest"} is first, and of equal ones the earlier.`,
    sayDataset(dataset),
    ...sayLimits(limits),
    `Of each seat the ${counts} run is ranked${ranking.kind === "byWidth" ? ", at each width for itself" : ""}.`,
    ...(attemptsADay === null
      ? []
      : [
          `The first ${attemptsADay === 1 ? "run" : `${attemptsADay} runs`} of a day${ranking.kind === "byWidth" ? " at a width" : ""} count${attemptsADay === 1 ? "s" : ""}; days are those of ${zone.replaceAll("_", " ")}.`,
        ]),
    names === "optIn"
      ? "Seats stand here under their pseudonym, or for the class under their name where the student wished so."
      : "Seats stand here under their pseudonym.",
    ...sayState(state, sayAt),
    "A run that the server rejected, and one that diverged, is never ranked.",
  ];
}

/** The models that count. */
export function sayLimits(limits: BoardLimits): readonly string[] {
  const most = (limit: number | null, what: string) =>
    limit === null ? [] : [`at most ${limit.toLocaleString("en")} ${what}`];
  const bounds = [
    ...most(limits.latentSize, "numbers in the latent"),
    ...most(limits.parameters, "parameters"),
    ...most(limits.epochs, "epochs"),
    ...(limits.layerKinds === null ? [] : [`layers of these kinds alone: ${limits.layerKinds.join(", ")}`]),
  ];
  return [
    limits.model === null
      ? "Any model counts."
      : "One model counts, at any width and however it was trained.",
    ...(bounds.length === 0 ? [] : [`A run has ${bounds.join("; ")}.`]),
  ];
}

/** The data that a run has to be trained and scored on. */
export function sayDataset({ split, scaling }: Dataset): string {
  const scaled = { standardize: "standardized", unit: "scaled to 0 to 1", none: "unscaled" }[scaling];
  if (split.kind === "random")
    return `Trained on the digits, ${scaled}, split at random with seed ${split.seed} and ${percent(split.testFraction)} for the test.`;
  const held =
    split.heldOutFraction === undefined
      ? ""
      : `, of which ${percent(split.heldOutFraction)} (seed ${split.seed}) are held out and scored as normal`;
  return `Trained on the digit ${split.digit} alone, ${scaled}${held}; every other digit is an anomaly.`;
}

/** When the board is closed to whom; nothing where it is open. */
export function sayState(state: BoardState, sayAt: SayTime["sayAt"]): readonly string[] {
  switch (state.kind) {
    case "open":
      return [];
    case "frozen":
      return [`Frozen from ${sayAt(state.from)}: what comes in later is kept, and not ranked.`];
    case "hidden":
      return [
        state.until === null
          ? "Hidden: students get no rows until it is opened."
          : `Hidden: students get no rows until ${sayAt(state.until)}.`,
      ];
    default:
      return state satisfies never;
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}
