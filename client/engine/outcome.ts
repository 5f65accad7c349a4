import type { History } from "../../shared/api/runs.ts";
import type { Digits } from "../../shared/dataset/digits.ts";
import { evaluate, type Scoring } from "../../shared/metrics/evaluate.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { areFinite } from "./checkpoint-pace.ts";
import type { TrainingEvent } from "./events.ts";

/** What training left behind, with its last event: finished, or diverged where the last update broke the weights. */
export function concludeRun({
  spec,
  digits,
  history,
  weights,
  durationMs,
  scoring,
}: {
  spec: ExperimentSpec;
  digits: Digits;
  history: History;
  weights: Weights;
  durationMs: number;
  scoring?: Scoring;
}): TrainingEvent {
  if (!areFinite(weights)) return diverged(spec, spec.epochs - 1);
  const metrics = evaluate({ spec, weights, digits, scoring });
  if (!Object.values(metrics).every(Number.isFinite)) return diverged(spec, spec.epochs - 1);
  const { trainLoss, ...marks } = history;
  return { type: "finished", history: { trainLoss: [...trainLoss], ...marks }, metrics, weights, durationMs };
}

/** `epoch` counts from 0, the message from 1, as the page does. */
export function diverged(spec: ExperimentSpec, epoch: number): TrainingEvent {
  return {
    type: "failed",
    reason: "diverged",
    message: `Diverged at epoch ${epoch + 1}: the loss is no longer a number; try a smaller learning rate than ${spec.optimizer.learningRate}.`,
  };
}
