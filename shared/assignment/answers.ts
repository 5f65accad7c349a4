import * as z from "zod/mini";
import { Metrics, RunId } from "../api/runs.ts";
import {
  MAX_ATTEMPT_RUNS,
  MAX_ATTEMPTS,
  MAX_CODE_CHARACTERS,
  MAX_SEED,
  MAX_TEXT_CHARACTERS,
} from "../limits.ts";
import { ExperimentSpec } from "../spec/experiment.ts";
import type { Cell, CellKind } from "./assignment.ts";

const name = z.string().check(z.maxLength(80));

/** What a student changed of a run cell's spec; absent means as the cell has it. Parsed again as part of a spec before it trains. */
export const RunSettings = z.strictObject({
  widths: z.optional(
    z.array(z.int().check(z.minimum(1), z.maximum(1_024))).check(z.maxLength(MAX_ATTEMPT_RUNS)),
  ),
  epochs: z.optional(z.int().check(z.minimum(1))),
  learningRate: z.optional(z.number()),
  batchSize: z.optional(z.union([z.literal("full"), z.int()])),
  seed: z.optional(z.int().check(z.minimum(0), z.maximum(MAX_SEED))),
  weightDecay: z.optional(z.number()),
  latentL1: z.optional(z.number()),
  split: z.optional(ExperimentSpec.shape.dataset.shape.split),
});
export type RunSettings = z.infer<typeof RunSettings>;

/** One run of an attempt; its history and weights are the run's own, under its id. */
export const AttemptRun = z.strictObject({
  id: RunId,
  /** Hidden size or kernels; null where the class was trained as it is written. */
  width: z.nullable(z.int()),
  spec: ExperimentSpec,
  metrics: Metrics,
});
export type AttemptRun = z.infer<typeof AttemptRun>;

/** One press of Run: what was trained, with what settings, and what came of it. */
export const Attempt = z.strictObject({
  id: z.uuid(),
  name,
  /** When training ended, in milliseconds since 1970. */
  at: z.number(),
  settings: RunSettings,
  runs: z.array(AttemptRun).check(z.maxLength(MAX_ATTEMPT_RUNS)),
  /** Runs that gave no numbers, and why. */
  failed: z
    .array(z.strictObject({ width: z.nullable(z.int()), message: z.string() }))
    .check(z.maxLength(MAX_ATTEMPT_RUNS)),
});
export type Attempt = z.infer<typeof Attempt>;

/** What a student has put into a cell. */
export const Answer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("number"), text: z.string().check(z.maxLength(40)) }),
  z.strictObject({ kind: z.literal("text"), markdown: z.string().check(z.maxLength(MAX_TEXT_CHARACTERS)) }),
  z.strictObject({ kind: z.literal("code"), source: z.string().check(z.maxLength(MAX_CODE_CHARACTERS)) }),
  z.strictObject({
    kind: z.literal("run"),
    settings: RunSettings,
    /** Oldest first. */
    attempts: z.array(Attempt).check(z.maxLength(MAX_ATTEMPTS)),
    /** The attempt that counts; null: the newest. */
    pinned: z.nullable(z.uuid()),
  }),
  /** Whether scores are of whole images or, as the course's template draws them, of single pixels. */
  z.strictObject({ kind: z.literal("plot"), per: z.enum(["image", "pixel"]) }),
  /** Who hands in; the cell is called `cover`. */
  z.strictObject({
    kind: z.literal("cover"),
    firstName: name,
    lastName: name,
    honour: z.boolean(),
  }),
]);
export type Answer = z.infer<typeof Answer>;
export type AnswerKind = Answer["kind"];
export type AnswerOf<K extends AnswerKind> = Extract<Answer, { kind: K }>;

/** The cell under which the cover is kept; no assignment may use it. */
export const COVER = "cover";

/** A student's answers by cell; a cell that was never touched is not there. */
export type Answers = ReadonlyMap<string, Answer>;

/** The answer of a kind in a cell; null where there is none, or one of another kind that an older version left. */
export function answerOf<K extends AnswerKind>(answers: Answers, kind: K, cell: string): AnswerOf<K> | null {
  const answer = answers.get(cell);
  return answer !== undefined && isKind(answer, kind) ? answer : null;
}

function isKind<K extends AnswerKind>(answer: Answer, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}

/** What stands in a cell before anyone touched it; null for a cell that asks nothing. */
export function emptyAnswer(cell: Cell): Answer | null {
  const kind: CellKind = cell.kind;
  switch (kind) {
    case "digits":
      return null;
    case "number":
      return { kind, text: "" };
    case "text":
      return { kind, markdown: "" };
    case "code":
      return { kind, source: cell.kind === "code" ? cell.starter : "" };
    case "run":
      return { kind, settings: {}, attempts: [], pinned: null };
    case "plot":
      return { kind, per: "image" };
    default:
      return kind satisfies never;
  }
}

/** The attempt that counts: the pinned one, else the newest; null before anything was run. */
export function countingAttempt(answer: AnswerOf<"run"> | null): Attempt | null {
  if (answer === null) return null;
  return answer.attempts.find(({ id }) => id === answer.pinned) ?? answer.attempts.at(-1) ?? null;
}
