import { paths } from "../../shared/api/paths.ts";
import { type EngineName, RunUpload } from "../../shared/api/runs.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import digitsBytes from "../../shared/dataset/digits.bin";
import { parseDigits } from "../../shared/dataset/digits.ts";
import { scaleImages } from "../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../shared/dataset/split.ts";
import { evaluate } from "../../shared/metrics/evaluate.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { withLatentWidth } from "../../shared/spec/sweep.ts";
import { trainByMoments } from "../../shared/training/moments.ts";
import { trainMoments } from "../../shared/training/second-moments.ts";
import { trainBySimd } from "../../shared/training/simd/train.ts";
import { openKernels } from "../../worker/kernels.ts";
import type { Browser } from "./lab.ts";

export const digits = parseDigits(new Uint8Array(digitsBytes));

/** Problem 1's spec at a width, with changes. */
export function problem1(width: number, changes: Partial<ExperimentSpec> = {}): ExperimentSpec {
  const base = BUILT_IN_PROBLEMS[0]?.sweep.spec;
  if (base === undefined) throw new Error("problem 1 is missing");
  const spec = withLatentWidth({ ...base, ...changes }, width);
  if (!spec.ok) throw new Error(spec.error.message);
  return spec.value;
}

export type RealRun = { upload: RunUpload; weights: Uint8Array };

/** A run that `moments` really trained, as a browser would send it. */
export function trainRun(spec: ExperimentSpec): RealRun {
  return finish(spec, "moments", trainByMoments(spec, trainMoments(spec.dataset, digits), openKernels()));
}

/** A run that the kernels really trained. */
export function trainOnKernels(spec: ExperimentSpec): RealRun {
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), train);
  return finish(spec, "simd", trainBySimd(spec, images, openKernels()));
}

type Step = { readonly trainLoss: number | null; weights(): Weights };

function finish(spec: ExperimentSpec, engine: EngineName, steps: Iterable<Step>): RealRun {
  const trainLoss: number[] = [];
  let weights: Weights = new Map();
  for (const step of steps) {
    if (step.trainLoss !== null) trainLoss.push(step.trainLoss);
    weights = step.weights();
  }
  const upload: RunUpload = {
    spec,
    engine,
    device: "processor",
    history: { trainLoss },
    metrics: evaluate({ spec, weights, digits }),
    durationMs: 12.5,
  };
  return { upload: RunUpload.parse(upload), weights: encodeSafetensors(spec.model.layers, weights) };
}

/** Sends a run as the outbox does. `run` may be any text, to try what no browser sends. */
export function putRun(
  browser: Browser,
  { course, id, run, weights }: { course: string; id: string; run: unknown; weights: Uint8Array },
): Promise<Response> {
  const body = new FormData();
  body.set("run", typeof run === "string" ? run : JSON.stringify(run));
  body.set("weights", new File([weights], "weights.safetensors"));
  return browser.send(paths.run(course, id), { method: "PUT", body });
}
