import type { Verification } from "../api/runs.ts";
import type { Measures } from "../metrics/measures.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { canonicalJson } from "../spec/identity.ts";
import { latentSize, latentWidth, layersOfWidth } from "../spec/latent-width.ts";
import { countParameters } from "../spec/parameters.ts";
import { isMoreBetter } from "./metrics.ts";
import { type BoardRule, isFrozen } from "./rule.ts";

/** What a rule asks of a spec. Made once for all the runs of a spec, since a course has many of each. */
export type SpecFacts = {
  /** Canonical JSON. */
  readonly dataset: string;
  /** The model at width 1, canonical: the same for models that differ in width alone. Null where no layer sets the width. */
  readonly frame: string | null;
  readonly width: number | null;
  readonly latentSize: number;
  readonly parameters: number;
  readonly epochs: number;
  readonly layerKinds: readonly string[];
};

export function readFacts({ dataset, model, epochs }: Pick<ExperimentSpec, "dataset" | "model" | "epochs">) {
  const { layers } = model;
  return {
    dataset: canonicalJson(dataset),
    frame: frameOf(model),
    width: latentWidth({ model }),
    latentSize: latentSize(model),
    parameters: countParameters(layers),
    epochs,
    layerKinds: [...new Set(layers.map(({ kind }) => kind))],
  } satisfies SpecFacts;
}

function frameOf(model: ExperimentSpec["model"]): string | null {
  const layers = layersOfWidth(model, 1);
  // Which layer is called the latent is not the model's affair, as long as the same one sets its width.
  return layers === null ? null : canonicalJson(layers);
}

export type JudgedRun = {
  readonly facts: SpecFacts;
  readonly verification: Verification["status"];
  readonly measures: Partial<Measures>;
  /** As `toISOString` writes it. */
  readonly receivedAt: string;
};

/** Where a run stands on a board, or a sentence why it does not count there. */
export type Judgement =
  | {
      readonly counts: true;
      /** The ranking that it is in: its width, 0 where all are ranked together. */
      readonly width: number;
      readonly latentSize: number;
      /** The least is the best: the value, or less the value where more is better. */
      readonly cost: number;
    }
  | { readonly counts: false; readonly why: string };

/** Judges one run by one rule; how many attempts its day has had is for who knows the others. */
export type Judge = (run: JudgedRun) => Judgement;

/** A judge of many runs: what a rule is compared by is made once. */
export function makeJudge(rule: BoardRule): Judge {
  const dataset = canonicalJson(rule.dataset);
  const { limits } = rule;
  const frame = limits.model === null ? null : frameOf(limits.model);
  const kinds = limits.layerKinds === null ? null : new Set<string>(limits.layerKinds);

  const objection = ({ facts, verification, measures, receivedAt }: JudgedRun): string | null => {
    const value = measures[rule.metric];
    const other = kinds === null ? undefined : facts.layerKinds.find((kind) => !kinds.has(kind));
    if (facts.dataset !== dataset) return WHY.dataset;
    if (limits.model !== null && facts.frame !== frame) return WHY.model;
    if (verification === "rejected") return WHY.rejected;
    if (value === undefined) return WHY.notMeasured;
    if (!Number.isFinite(value)) return WHY.diverged;
    if (rule.ranking.kind === "byWidth" && facts.width === null) return WHY.noWidth;
    if (limits.latentSize !== null && facts.latentSize > limits.latentSize)
      return `Its latent holds more than the ${count(limits.latentSize)} numbers of this board.`;
    if (limits.parameters !== null && facts.parameters > limits.parameters)
      return `It has more than the ${count(limits.parameters)} parameters of this board.`;
    if (limits.epochs !== null && facts.epochs > limits.epochs)
      return `It trained for more than the ${count(limits.epochs)} epochs of this board.`;
    if (other !== undefined) return `It has a layer of a kind that this board does not take: ${other}.`;
    return isFrozen(rule, receivedAt) ? WHY.frozen : null;
  };

  return (run) => {
    const why = objection(run);
    if (why !== null) return { counts: false, why };
    const value = run.measures[rule.metric] ?? Number.NaN;
    return {
      counts: true,
      width: rule.ranking.kind === "byWidth" ? (run.facts.width ?? 0) : 0,
      latentSize: run.facts.latentSize,
      cost: isMoreBetter(rule.metric) ? -value : value,
    };
  };
}

/** A cost as the value that it stands for. */
export function costToValue(metric: BoardRule["metric"], cost: number): number {
  // Not -0, which some would print.
  return isMoreBetter(metric) ? 0 - cost : cost;
}

export const WHY = {
  rejected: "The server found other numbers for its weights than were sent with it.",
  diverged: "It diverged: its numbers are not finite.",
  dataset: "It was trained on another split or scaling of the data.",
  notMeasured: "It came in before the lab measured this number.",
  model: "It is another model than the one that this board ranks at any width.",
  noWidth: "No one layer sets the width of its latent, and this board ranks each width for itself.",
  frozen: "It came in after the board was frozen.",
  attempts: "Its day has had as many attempts as this board counts.",
} as const;

function count(number: number): string {
  return number.toLocaleString("en");
}
