import { readFileSync } from "node:fs";
import { openKernels } from "../../client/command/kernels-in-node.ts";
import type { RunUpload } from "../../shared/api/runs.ts";
import { parseDigits } from "../../shared/dataset/digits.ts";
import { evaluate } from "../../shared/metrics/evaluate.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { trainByMoments } from "../../shared/training/moments.ts";
import { trainMoments } from "../../shared/training/second-moments.ts";

/** A run as a browser uploads it. */
export type TrainedRun = { readonly upload: RunUpload; readonly weights: Uint8Array };

const digits = parseDigits(readFileSync(new URL("../../shared/dataset/digits.bin", import.meta.url)));

/** Trains a spec with the `moments` engine on the processor. */
export function trainRun(spec: ExperimentSpec): TrainedRun {
  const start = performance.now();
  const training = trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels());
  const trainLoss: number[] = [];
  let step = training.next();
  for (; step.done !== true; step = training.next()) trainLoss.push(step.value.trainLoss);
  const weights = step.value;
  const durationMs = performance.now() - start;
  return {
    upload: {
      spec,
      engine: "moments",
      device: "processor",
      history: { trainLoss },
      metrics: evaluate({ spec, weights, digits }),
      durationMs,
    },
    weights: encodeSafetensors(spec.model.layers, weights),
  };
}
