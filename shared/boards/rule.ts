import * as z from "zod/mini";
import { type Complaint, explain } from "../explain.ts";
import {
  MAX_ATTEMPTS_A_DAY,
  MAX_BOARD_QUESTION_CHARACTERS,
  MAX_BOARD_TITLE_CHARACTERS,
  MAX_BOARD_WIDTHS,
  MAX_EPOCHS,
  MAX_FEATURES,
  MAX_PARAMETERS,
  MAX_WIDTH,
} from "../limits.ts";
import { failure, type Result, success } from "../result.ts";
import { Dataset, type ExperimentSpec, Model, parseSpec } from "../spec/experiment.ts";
import { layersOfWidth } from "../spec/latent-width.ts";
import { LAYER_KINDS } from "../spec/layers.ts";
import { splitComplaint } from "../spec/split-complaint.ts";
import { BoardMetric, isMeasured, nameMetric } from "./metrics.ts";

/** A board's short name, as it stands in URLs: `problem-1`. */
export const BoardId = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{0,39}$/, "expected up to 40 lower-case letters, digits or hyphens"));

const atMost = (largest: number) => z.nullable(z.int().check(z.minimum(1), z.maximum(largest)));
/** As `toISOString` writes it, so that times compare as texts. */
const Time = z.iso.datetime({
  precision: 3,
  error: "expected a time in UTC with its milliseconds, as 2026-12-01T23:59:00.000Z",
});

/** What a run has to keep to; null for no limit. */
export const BoardLimits = z.strictObject({
  /** How many numbers the latent of one image holds, at most. */
  latentSize: atMost(MAX_FEATURES),
  parameters: atMost(MAX_PARAMETERS),
  epochs: atMost(MAX_EPOCHS),
  layerKinds: z.nullable(z.array(z.enum(LAYER_KINDS)).check(z.minLength(1))),
  /** This model at any width, and no other. */
  model: z.nullable(Model),
});
export type BoardLimits = z.infer<typeof BoardLimits>;

export const BoardState = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("open") }),
  /** What comes in from then on is kept, and does not rank. */
  z.strictObject({ kind: z.literal("frozen"), from: Time }),
  /** Students get no rows before then; null: until it is opened. */
  z.strictObject({ kind: z.literal("hidden"), until: z.nullable(Time) }),
]);
export type BoardState = z.infer<typeof BoardState>;

/** Each width for itself, of which `widths` are shown before anyone has trained one; or all in one ranking. */
export const BoardRanking = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("byWidth"),
    widths: z.array(z.int().check(z.minimum(1), z.maximum(MAX_WIDTH))).check(z.maxLength(MAX_BOARD_WIDTHS)),
  }),
  z.strictObject({ kind: z.literal("together") }),
]);
export type BoardRanking = z.infer<typeof BoardRanking>;

/** What a board ranks and who may see it. Data of a course: it can be changed, and what was stored is judged anew. */
export const BoardRule = z.strictObject({
  id: BoardId,
  title: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_BOARD_TITLE_CHARACTERS)),
  question: z.string().check(z.trim(), z.maxLength(MAX_BOARD_QUESTION_CHARACTERS)),
  metric: BoardMetric,
  /** A run on another split or scaling does not count. */
  dataset: Dataset,
  limits: BoardLimits,
  /** Which of a member's runs is ranked. */
  counts: z.enum(["best", "latest"]),
  ranking: BoardRanking,
  /** `optIn`: classmates see the name of who wished so; nobody outside the course ever does. */
  names: z.enum(["pseudonym", "optIn"]),
  state: BoardState,
  /** Runs of a member that count on one day of the course, in each ranking; null for any number. */
  attemptsADay: z.nullable(z.int().check(z.minimum(1), z.maximum(MAX_ATTEMPTS_A_DAY))),
});
export type BoardRule = z.infer<typeof BoardRule>;

/** Reads a rule from foreign data; a failure names the field, what was expected there and what came. */
export function parseRule(input: unknown): Result<BoardRule, Complaint> {
  const parsed = BoardRule.safeParse(input);
  if (!parsed.success) return failure(explain(parsed.error, input));
  const { dataset, metric } = parsed.data;
  const split = splitComplaint(dataset.split);
  if (split !== null) return failure({ ...split, path: `dataset.split.${split.path}` });
  if (!isMeasured(metric, dataset.split)) {
    const message = `expected an error, such as testMse, where the split is random: ${nameMetric(metric)} tells one digit from the others, so it needs a split of one digit`;
    return failure({ path: "metric", message });
  }
  const model = modelComplaint(parsed.data);
  return model === null ? success(parsed.data) : failure(model);
}

/** A model that is ranked at any width is one that can be trained, and has a width. */
function modelComplaint({ dataset, limits: { model } }: BoardRule): Complaint | null {
  if (model === null) return null;
  const spec = parseSpec(specAround({ dataset, model }));
  if (!spec.ok) return { path: `limits.${spec.error.path}`, message: spec.error.message };
  return layersOfWidth(model, 1) === null
    ? { path: "limits.model", message: "expected a model of which one layer sets the width of the latent" }
    : null;
}

/** Data and model as a spec that trains as the homework's first problem does. */
export function specAround({ dataset, model }: Pick<ExperimentSpec, "dataset" | "model">): ExperimentSpec {
  return {
    version: 1,
    dataset,
    model,
    loss: { kind: "mse", latentL1: 0 },
    optimizer: { kind: "adam", learningRate: 0.001, weightDecay: 0 },
    epochs: 50,
    batchSize: "full",
    seed: 0,
  };
}

/** Whether this board's rows are for the staff alone at `now`, as `toISOString` writes it. */
export function isHidden({ state }: Pick<BoardRule, "state">, now: string): boolean {
  return state.kind === "hidden" && (state.until === null || now < state.until);
}

/** Whether what comes in at `now` is no longer ranked. */
export function isFrozen({ state }: Pick<BoardRule, "state">, now: string): boolean {
  return state.kind === "frozen" && now >= state.from;
}

/**
 * Whether PCA bounds what a board ranks: errors on digits, of models whose latent holds as many numbers as it is wide. Kernels make 64
 * each, which bounds nothing.
 */
export function hasFloor({ metric, limits: { model } }: Pick<BoardRule, "metric" | "limits">): boolean {
  return (metric === "testMse" || metric === "trainMse") && model?.layers[0]?.kind !== "conv2d";
}
