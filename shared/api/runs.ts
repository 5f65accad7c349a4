import * as z from "zod/mini";
import { MAX_EPOCHS, MAX_RESUMPTIONS } from "../limits.ts";
import { ExperimentSpec } from "../spec/experiment.ts";
import { Role } from "./courses.ts";

/** Made in the browser with crypto.randomUUID(); the run's primary key. */
export const RunId = z.uuid();

const mse = z.number().check(z.minimum(0));
/** Named final numbers of a run; `auroc` for `oneDigit` splits only. z.number() refuses NaN and Infinity. */
export const Metrics = z.strictObject({
  trainMse: mse,
  testMse: mse,
  randomMse: mse,
  auroc: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
});
export type Metrics = z.infer<typeof Metrics>;

export const EngineName = z.enum(["simd", "moments", "tfjs", "webgpu"]);
export type EngineName = z.infer<typeof EngineName>;
export const Device = z.enum(["processor", "webgpu", "webgl"]);
export type Device = z.infer<typeof Device>;

/**
 * Where a run went on from a checkpoint: the first epoch after it (from 0), what trained from there, and what had happened:
 * it was stopped, its device was lost, the training program ended, or its loss was no number.
 */
export const Resumption = z.strictObject({
  epoch: z.int().check(z.minimum(0), z.maximum(MAX_EPOCHS)),
  engine: EngineName,
  device: Device,
  after: z.enum(["stop", "lostDevice", "crash", "notFinite"]),
});
export type Resumption = z.infer<typeof Resumption>;

/** Columns per epoch. `trainLoss[i]` is the mean loss of epoch i before its updates. */
export const History = z.strictObject({
  trainLoss: z.array(z.number()),
  resumed: z.optional(z.array(Resumption).check(z.maxLength(MAX_RESUMPTIONS))),
});
export type History = z.infer<typeof History>;

/**
 * `PUT /api/courses/COURSE/runs/ID` is multipart: field `run` holds this as JSON, field `weights` the safetensors bytes.
 * 201 stored, 200 the same bytes were stored before, 409 the id holds other bytes.
 */
export const RunUpload = z
  .strictObject({
    spec: ExperimentSpec,
    engine: EngineName,
    device: Device,
    history: History,
    metrics: Metrics,
    durationMs: z.number().check(z.minimum(0), z.maximum(1e9)),
  })
  .check((context) => {
    const { spec, history, metrics } = context.value;
    if (history.trainLoss.length !== spec.epochs) {
      context.issues.push({
        code: "custom",
        path: ["history", "trainLoss"],
        input: history.trainLoss,
        message: `expected one loss for each of the ${spec.epochs} epochs, got ${history.trainLoss.length}`,
      });
    }
    if ((spec.dataset.split.kind === "oneDigit") !== (metrics.auroc !== undefined)) {
      context.issues.push({
        code: "custom",
        path: ["metrics", "auroc"],
        input: metrics.auroc,
        message: "expected for a oneDigit split, and only there",
      });
    }
  });
export type RunUpload = z.infer<typeof RunUpload>;

/** What the Worker found when it ran the model again. */
export const Verification = z.discriminatedUnion("status", [
  z.object({ status: z.literal("scored") }),
  z.object({ status: z.literal("reproduced") }),
  z.object({ status: z.literal("rejected"), reason: z.string() }),
]);
export type Verification = z.infer<typeof Verification>;

/** A board that ranks a run's data, and why the run does not count there; null where it does. */
export const Standing = z.object({ board: z.string(), title: z.string(), why: z.nullable(z.string()) });
export type Standing = z.infer<typeof Standing>;

export const StoredRun = z.object({
  id: RunId,
  verification: Verification,
  runLink: z.string(),
  boards: z.optional(z.array(Standing)),
});
export type StoredRun = z.infer<typeof StoredRun>;

/** A row of `GET /api/courses/COURSE/runs`: a student's own runs; staff see everyone's, or with `?member=ID` one student's. Newest first. */
export const RunSummary = z.object({
  id: RunId,
  specId: z.string(),
  problem: z.nullable(z.string()),
  width: z.nullable(z.number()),
  pseudonym: z.string(),
  engine: EngineName,
  device: Device,
  metrics: Metrics,
  verification: Verification,
  receivedAt: z.string(),
  runLink: z.string(),
});
export type RunSummary = z.infer<typeof RunSummary>;
export const RunList = z.object({ runs: z.array(RunSummary), more: z.boolean() });

/** `GET /api/run-links/TOKEN`: one run, whole, for anyone. `metrics` are the Worker's own numbers, `claimed` the uploader's. */
export const RunView = z.object({
  spec: ExperimentSpec,
  specId: z.string(),
  courseTitle: z.string(),
  pseudonym: z.string(),
  role: Role,
  engine: EngineName,
  device: Device,
  history: History,
  metrics: Metrics,
  claimed: Metrics,
  verification: Verification,
  weightsHash: z.string(),
  durationMs: z.number(),
  receivedAt: z.string(),
});
export type RunView = z.infer<typeof RunView>;
