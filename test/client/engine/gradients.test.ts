import { describe, expect, test } from "vitest";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../../shared/dataset/split.ts";
import { forwardExactly } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { uniform } from "../../../shared/random/torch.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { listParameters, volume } from "../../../shared/spec/parameters.ts";
import type { Tensors } from "../../../shared/training/training-state.ts";
import { digits } from "../../shared/digits.ts";
import { canTrain, ENGINES, openEngine, type TestedEngine, trainAlone } from "./open-engine.ts";
import { TINY_MODELS, tinySpec } from "./tiny-models.ts";

/** So small that no unit crosses a kink on the way. */
const STEP = 1e-6;
const BETA_1 = 0.9;

const loss = { kind: "mse", latentL1: 0.3 } as const;
const optimizer = { kind: "adam", learningRate: 0.01, weightDecay: 0.2 } as const;
const specs: Record<string, ExperimentSpec> = {
  ...Object.fromEntries(Object.entries(TINY_MODELS).map(([name, layers]) => [name, tinySpec(layers)])),
  "weight decay": tinySpec(TINY_MODELS["linear layers"] ?? [], { optimizer }),
  "a latent penalty": tinySpec(TINY_MODELS["flatten and unflatten between channels"] ?? [], { loss }),
};

describe.each(ENGINES)(
  "%s: the first gradient is the slope of the loss, by central differences, of",
  (name) => {
    for (const [what, spec] of Object.entries(specs).filter(([, one]) => canTrain(name, one))) {
      test(what, async () => {
        const gradient = await firstGradient(name, spec);
        const weights = initialWeights(spec.model.layers, new Mt19937(spec.seed));
        for (const { name: tensor, shape } of listParameters(spec.model.layers)) {
          const values = gradient.get(tensor) ?? [];
          // Along a random direction in one tensor, and along the gradient itself, which no error of sign or order survives.
          const norm = Math.hypot(...values);
          for (const direction of [
            randomDirection(volume(shape)),
            Array.from(values, (value) => value / norm),
          ]) {
            const [ahead, behind] = [STEP, -STEP].map((step) =>
              lossAt(spec, moved(weights, { tensor, direction, step })),
            );
            const slope = ((ahead ?? Number.NaN) - (behind ?? Number.NaN)) / (2 * STEP);
            const found = direction.reduce((sum, part, i) => sum + part * (values[i] ?? Number.NaN), 0);
            expect(Math.abs(found - slope), tensor).toBeLessThan(1e-7 + 1e-4 * norm);
          }
        }
      });
    }
  },
);

/** Adam's first moment after one step from nothing is (1 - beta1) times the gradient; weight decay is in it. */
async function firstGradient(name: TestedEngine, spec: ExperimentSpec): Promise<Tensors> {
  const { engine } = await openEngine(name);
  const checkpoints = { everyMs: Number.POSITIVE_INFINITY, ofEnd: true };
  const events = await trainAlone(engine, { ...spec, epochs: 1 }, { checkpoints });
  const kept = events.find((event) => event.type === "checkpoint");
  if (kept?.type !== "checkpoint") throw new Error(`no checkpoint among ${events.map(({ type }) => type)}`);
  const { step, firstMoments } = kept.checkpoint.state;
  expect(step).toBe(1);
  return new Map(
    Array.from(firstMoments, ([tensor, values]) => [tensor, values.map((value) => value / (1 - BETA_1))]),
  );
}

/** What training makes small, by the reference forward pass. */
function lossAt({ dataset, model, loss, optimizer }: ExperimentSpec, weights: Tensors): number {
  const { train } = splitExamples(dataset.split, digits.labels);
  const images = Float64Array.from(takeImages(scaleImages(digits, dataset.scaling), train));
  const { latent, output } = forwardExactly(model, weights, images);
  const squares = output.reduce((sum, value, i) => sum + (value - (images[i] ?? Number.NaN)) ** 2, 0);
  const absolutes = latent.reduce((sum, value) => sum + Math.abs(value), 0);
  let decay = 0;
  for (const values of weights.values()) for (const value of values) decay += value ** 2;
  return (
    squares / images.length +
    (loss.latentL1 * absolutes) / latent.length +
    (optimizer.weightDecay * decay) / 2
  );
}

function randomDirection(count: number): readonly number[] {
  const draws = uniform(new Mt19937(11), { from: -1, to: 1, count });
  const norm = Math.hypot(...draws);
  return Array.from(draws, (draw) => draw / norm);
}

function moved(
  weights: Tensors,
  { tensor, direction, step }: { tensor: string; direction: readonly number[]; step: number },
): Tensors {
  const values = Float64Array.from(weights.get(tensor) ?? []);
  return new Map([
    ...weights,
    [tensor, values.map((value, i) => value + step * (direction[i] ?? Number.NaN))],
  ]);
}
