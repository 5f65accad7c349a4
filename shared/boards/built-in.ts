import type { Problem } from "../assignment/problems.ts";
import type { BoardLimits, BoardRule } from "./rule.ts";

/** No limit of any kind. */
export const NO_LIMITS: BoardLimits = {
  latentSize: null,
  parameters: null,
  epochs: null,
  layerKinds: null,
  model: null,
};

/**
 * The board that a course has for a problem until someone changes it. A problem on all digits ranks test error, each width of its model
 * for itself; one on a single digit ranks, whatever the model, how many of the others are found at 1 % false alarms.
 */
export function builtInRule({ name, title, question, sweep: { spec, widths } }: Problem): BoardRule {
  const isAnomaly = spec.dataset.split.kind === "oneDigit";
  return {
    id: name,
    title,
    question,
    metric: isAnomaly ? "tprAt1Fpr" : "testMse",
    dataset: spec.dataset,
    limits: isAnomaly ? NO_LIMITS : { ...NO_LIMITS, model: spec.model },
    counts: "best",
    ranking: isAnomaly ? { kind: "together" } : { kind: "byWidth", widths },
    names: "optIn",
    state: { kind: "open" },
    attemptsADay: null,
  };
}
