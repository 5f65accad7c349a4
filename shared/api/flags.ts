import * as z from "zod/mini";
import { MAX_FLAG_NOTE_CHARACTERS } from "../limits.ts";
import { ExperimentSpec } from "../spec/experiment.ts";
import { Device, EngineName, Metrics, Verification } from "./runs.ts";

/**
 * What an instructor may want to look at. No flag says that anyone did wrong: each says what was found, and what honest work may
 * look the same.
 */
export const FlagKind = z.enum(["sameWeights", "otherWeights", "gap", "copiedText"]);
export type FlagKind = z.infer<typeof FlagKind>;

/** A student as the staff knows one; `name` is empty where neither roster nor student says. */
export const FlaggedStudent = z.object({ pseudonym: z.string(), name: z.string() });
export type FlaggedStudent = z.infer<typeof FlaggedStudent>;

/** That someone has looked at a flag: by whom (a pseudonym), and what they wrote about it. */
export const FlagReview = z.object({ at: z.string(), by: z.string(), note: z.string() });
export type FlagReview = z.infer<typeof FlagReview>;

const common = {
  /** SHA-256 of what the flag rests on: new evidence is another flag. */
  id: z.string(),
  /** Parts of the homework that count the runs or hold the text, as `1f`; empty where no part does. */
  parts: z.array(z.string()),
  /** When the last piece of evidence came. */
  at: z.string(),
  /** Null while nobody has looked. */
  review: z.nullable(FlagReview),
};

export const SharedReason = z.enum([
  "differentSpecs",
  "differentEngines",
  "sameDevice",
  "notFromSeed",
  "sameSeed",
]);

export const Flag = z.discriminatedUnion("kind", [
  /** Two students' runs have the same weights, and the homework does not explain it. */
  z.object({
    kind: z.literal("sameWeights"),
    ...common,
    /** Who sent them first. */
    first: FlaggedStudent,
    later: FlaggedStudent,
    runs: z.int(),
    reasons: z.array(SharedReason),
  }),
  /** The processor gives the same bits on every machine, and did not here: not to the Worker, or not to another student. */
  z.object({
    kind: z.literal("otherWeights"),
    ...common,
    student: FlaggedStudent,
    /** Where the run is too long to be trained again: whose run of the same settings has other weights. Else null. */
    rival: z.nullable(FlaggedStudent),
  }),
  /** Test error minus train error is not what the spec and its seed give. */
  z.object({
    kind: z.literal("gap"),
    ...common,
    student: FlaggedStudent,
    gap: z.number(),
    honestGap: z.number(),
    sigmas: z.number(),
  }),
  /** Of the shorter of two texts nearly all stands in the other. */
  z.object({
    kind: z.literal("copiedText"),
    ...common,
    first: FlaggedStudent,
    later: FlaggedStudent,
    /** False where the text that was begun first was saved last. */
    isOrderClear: z.boolean(),
    /** Of the shorter text, 0 to 1. */
    share: z.number(),
  }),
]);
export type Flag = z.infer<typeof Flag>;
export type FlagOf<K extends FlagKind> = Extract<Flag, { kind: K }>;

/** `GET /api/courses/COURSE/flags`, for who may seeFlags: newest first. Anyone else gets the 404 of an unknown course. */
export const FlagList = z.object({
  flags: z.array(Flag),
  /** Whether there are more than the list holds. */
  more: z.boolean(),
  /** Specs whose honest gap is still to be measured; ask again until it is 0. */
  unmeasured: z.int(),
  /** What was looked at: runs that might say something, and texts. */
  looked: z.object({ runs: z.int(), texts: z.int() }),
});
export type FlagList = z.infer<typeof FlagList>;

/** A run as evidence. */
export const FlaggedRun = z.object({
  student: FlaggedStudent,
  runLink: z.string(),
  spec: ExperimentSpec,
  specId: z.string(),
  engine: EngineName,
  device: Device,
  weightsHash: z.string(),
  metrics: Metrics,
  verification: Verification,
  durationMs: z.number(),
  receivedAt: z.string(),
});
export type FlaggedRun = z.infer<typeof FlaggedRun>;

/** A text as evidence; passages are [start, end) in characters. */
export const FlaggedText = z.object({
  student: FlaggedStudent,
  markdown: z.string(),
  passages: z.array(z.tuple([z.int(), z.int()])),
  /** How often it was saved since it was begun: a typed text is saved as it grows. */
  revision: z.int(),
  begunAt: z.nullable(z.string()),
  savedAt: z.string(),
});
export type FlaggedText = z.infer<typeof FlaggedText>;

export const Evidence = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("sameWeights"),
    pairs: z.array(z.object({ first: FlaggedRun, later: FlaggedRun, reason: SharedReason })),
  }),
  z.object({
    kind: z.literal("otherWeights"),
    run: FlaggedRun,
    rival: z.nullable(FlaggedRun),
    /** What the Worker gets from the spec and its seed; null where it cannot. Equal weights: only the loss curve that was sent differs. */
    again: z.nullable(z.object({ weightsHash: z.string(), metrics: Metrics })),
    /** The first loss that differs by more than the Worker allows, counted from epoch 0; null where none does. */
    firstLoss: z.nullable(z.object({ epoch: z.int(), sent: z.number(), again: z.number() })),
  }),
  z.object({
    kind: z.literal("gap"),
    run: FlaggedRun,
    honest: z.object({ trainMse: z.number(), testMse: z.number(), sigma: z.number() }),
    /** The run's own seed first, then others. */
    seeds: z.array(z.object({ seed: z.int(), honest: z.number(), onAll: z.number() })),
  }),
  z.object({ kind: z.literal("copiedText"), cell: z.string(), first: FlaggedText, later: FlaggedText }),
]);
export type Evidence = z.infer<typeof Evidence>;
export type EvidenceOf<K extends FlagKind> = Extract<Evidence, { kind: K }>;

/** `GET /api/courses/COURSE/flags/FLAG`: a flag with what it rests on. */
export const FlagView = z.object({ flag: Flag, evidence: Evidence });
export type FlagView = z.infer<typeof FlagView>;

/** `PUT .../flags/FLAG/review`: looked at, with a note for the staff. `DELETE` opens it again. */
export const PutFlagReview = z.strictObject({
  note: z.string().check(z.trim(), z.maxLength(MAX_FLAG_NOTE_CHARACTERS)),
});
