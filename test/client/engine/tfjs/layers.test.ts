import { expect, test } from "vitest";
import { mean, reconstructionErrors } from "../../../../shared/metrics/reconstruction-error.ts";
import { forward } from "../../../../shared/model/forward.ts";
import { initialWeights } from "../../../../shared/model/initial-weights.ts";
import type { Weights } from "../../../../shared/model/weights.ts";
import { Mt19937 } from "../../../../shared/random/mt19937.ts";
import { uniform } from "../../../../shared/random/torch.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import type { Layer } from "../../../../shared/spec/layers.ts";
import { listParameters, volume } from "../../../../shared/spec/parameters.ts";
import { worstAbsolute } from "../../../shared/reference.ts";
import "./node.ts";

const tf = await import("@tensorflow/tfjs-core");
const { useBackend } = await import("../../../../client/engine/tfjs/backends.ts");
const { runModel } = await import("../../../../client/engine/tfjs/layers.ts");
const { makeVariables } = await import("../../../../client/engine/tfjs/variables.ts");
await useBackend("cpu");

/** Small autoencoders, each with layers that no PyTorch reference has. */
const models: Record<string, Layer[]> = {
  "leakyRelu, sigmoid and tanh": [
    { kind: "linear", in: 64, out: 6 },
    { kind: "leakyRelu", negativeSlope: 0.2 },
    { kind: "linear", in: 6, out: 5 },
    { kind: "sigmoid" },
    { kind: "linear", in: 5, out: 4 },
    { kind: "tanh" },
    { kind: "linear", in: 4, out: 64 },
  ],
  "maxPool2d and upsample2d": [
    { kind: "conv2d", in: 1, out: 3, kernel: 3, padding: 1 },
    { kind: "maxPool2d", kernel: 2 },
    { kind: "conv2d", in: 3, out: 2, kernel: 3, padding: 1 },
    { kind: "upsample2d", factor: 2 },
    { kind: "conv2d", in: 2, out: 1, kernel: 3, padding: 1 },
  ],
  "conv2d with stride and convTranspose2d with outputPadding": [
    { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 1, stride: 2 },
    { kind: "conv2d", in: 4, out: 3, kernel: 3, padding: 0, stride: 2 },
    { kind: "relu" },
    { kind: "convTranspose2d", in: 3, out: 2, kernel: 4, padding: 0, stride: 4 },
    { kind: "convTranspose2d", in: 2, out: 1, kernel: 3, padding: 1, stride: 2, outputPadding: 1 },
  ],
  "flatten and unflatten between channels": [
    { kind: "conv2d", in: 1, out: 3, kernel: 5, padding: 1 },
    { kind: "flatten" },
    { kind: "linear", in: 108, out: 12 },
    { kind: "unflatten", shape: [3, 2, 2] },
    { kind: "convTranspose2d", in: 3, out: 1, kernel: 4, padding: 0, stride: 4 },
  ],
  "a kernel with more padding than it has taps": [
    { kind: "conv2d", in: 1, out: 3, kernel: 5, padding: 0 },
    { kind: "conv2d", in: 3, out: 1, kernel: 2, padding: 3 },
    { kind: "conv2d", in: 1, out: 1, kernel: 2, padding: 0 },
  ],
};

const COUNT = 5;
const STEP = 5e-4;
const images = uniform(new Mt19937(7), { from: -1, to: 1, count: COUNT * 64 });

for (const [name, layers] of Object.entries(models)) {
  const model = { layers, latentAfter: 1 };
  const weights = initialWeights(layers, new Mt19937(3));

  test(`${name}: latent and output are the reference forward pass's`, async () => {
    const reference = forward(model, weights, images);
    tf.tidy(() => {
      const { latent, output } = run(model, makeVariables(layers, weights));
      expect(latent.size).toBe(reference.latent.length);
      expect(worstAbsolute(output.dataSync(), reference.output)).toBeLessThan(1e-6);
    });
  });

  test(`${name}: every gradient is the slope of the loss`, async () => {
    for (const { name: tensor } of listParameters(layers)) {
      const direction = randomDirection(layers, tensor);
      const slope =
        (loss(model, moved(weights, direction, STEP)) - loss(model, moved(weights, direction, -STEP))) /
        (2 * STEP);
      expect(slopeOfGradient(model, weights, direction), tensor).toBeCloseTo(slope, 4);
    }
  });
}

type Model = ExperimentSpec["model"];

function run(model: Model, variables: ReturnType<typeof makeVariables>) {
  const batch = tf.tensor2d(images, [COUNT, 64]);
  return { batch, ...runModel(model, batch, { variables, onProcessor: true, masks: new Map() }) };
}

/** The loss by the reference forward pass. */
function loss(model: Model, weights: Weights): number {
  return mean(reconstructionErrors(images, forward(model, weights, images).output));
}

/** How fast the loss grows along `direction`, by the device's gradients. */
function slopeOfGradient(model: Model, weights: Weights, direction: Weights): number {
  const variables = makeVariables(model.layers, weights);
  const ways = makeVariables(model.layers, direction);
  const slope = tf.tidy(() => {
    const { grads } = tf.variableGrads(() => {
      const { batch, output } = run(model, variables);
      return tf.mean(tf.squaredDifference(output, batch));
    }, [...variables.values()]);
    const products = Array.from(variables, ([name, variable]) =>
      tf.sum(tf.mul(grads[variable.name] ?? 0, ways.get(name) ?? 0)),
    );
    return tf.addN(products).dataSync()[0] ?? Number.NaN;
  });
  tf.dispose([...variables.values(), ...ways.values()]);
  return slope;
}

/** A direction of length about 1 in one tensor, 0 in the others. */
function randomDirection(layers: readonly Layer[], only: string): Weights {
  const generator = new Mt19937(11);
  return new Map(
    listParameters(layers).map(({ name, shape }) => {
      const count = volume(shape);
      const bound = name === only ? Math.sqrt(3 / count) : 0;
      return [name, uniform(generator, { from: -bound, to: bound, count })];
    }),
  );
}

function moved(weights: Weights, direction: Weights, step: number): Weights {
  return new Map(
    Array.from(weights, ([name, values]) => [
      name,
      values.map((value, i) => value + step * (direction.get(name)?.[i] ?? 0)),
    ]),
  );
}
