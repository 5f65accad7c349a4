import { expect, test } from "vitest";
import { listReferences, readReference, worstRelative } from "../../shared/reference.ts";
import { canTrain, openEngine, type TestedEngine, trainAlone } from "./open-engine.ts";
import { countTensors } from "./tfjs/count-tensors.ts";

/** How far from PyTorch 1.13 each may be, relative; and how many updates a test waits for, unless PARITY=all; plain JavaScript
 * does more of them in the pipeline. */
const LIMITS: Record<TestedEngine, { readonly loss: number; readonly steps: number }> = {
  simd: { loss: 2e-6, steps: Number.POSITIVE_INFINITY },
  moments: { loss: 1e-6, steps: Number.POSITIVE_INFINITY },
  "tfjs cpu": { loss: 2e-5, steps: process.env.CI === undefined ? 4 : 10 },
  "tfjs webgpu": { loss: 1e-4, steps: 2 },
};
const METRICS = 1e-3;
/** What a GPU in software trains in seconds: every kind of layer, small batches, penalties; the others wait for PARITY=all. */
const IN_SOFTWARE = [
  ...["tiny-mixed", "tiny-linear", "mlp-5", "mlp-relu", "mlp-20-batch-64", "mlp-deep-sigmoid"],
  ...["anomaly-40-regularised", "cae-1", "cae-4-5x5"],
];
/** Those of them that every `npm test` waits for; the pipeline trains all of them. */
const IN_SOFTWARE_ALWAYS = ["tiny-mixed", "tiny-linear", "mlp-5"];
/** What plain JavaScript takes longest for: its layers are also those of narrower references. It waits for PARITY=all, too. */
const IN_JAVASCRIPT_SLOW = ["cae-80-raw"];
/** Every epoch on every engine, minutes to hours on a GPU in software; prints how far each reference was. */
const isWhole = process.env.PARITY === "all";
const HOURS = 4 * 3_600_000; // ms

/** One suite for every engine: each reference that it supports, every epoch's loss, the metrics and the first weights. */
export function testParity(name: TestedEngine): void {
  const limits = LIMITS[name];

  for (const reference of listReferences()) {
    const { spec, trainLoss, metrics, firstWeights, trainCount } = readReference(reference);
    if (!canTrain(name, spec)) continue;
    if (name === "tfjs webgpu" && !isWhole && !IN_SOFTWARE.includes(reference)) continue;
    if (name === "tfjs cpu" && !isWhole && IN_JAVASCRIPT_SLOW.includes(reference)) continue;
    const steps = spec.batchSize === "full" ? 1 : Math.ceil(trainCount / spec.batchSize);
    const most = isWhole ? Number.POSITIVE_INFINITY : limits.steps;
    const epochs = Math.min(spec.epochs, Math.max(1, Math.floor(most / steps)));

    const often = name === "tfjs webgpu" && !IN_SOFTWARE_ALWAYS.includes(reference) ? " @whole" : "";
    test(`${name}, ${reference}: the losses of ${epochs} of ${spec.epochs} epochs are PyTorch's${often}`, {
      timeout: HOURS,
    }, async () => {
      const { engine, adapter } = await openEngine(name);
      const before = countTensors();
      const events = await trainAlone(engine, { ...spec, epochs });
      const last = events.at(-1);
      if (last?.type !== "finished") throw new Error(`expected finished, got ${JSON.stringify(last)}`);
      const { trainLoss: losses } = last.history;
      const apart = worstRelative(losses, trainLoss.slice(0, epochs));
      if (isWhole) {
        const on = adapter === null ? name : `${name} on ${adapter}`;
        process.stdout.write(
          `${on}, ${reference}, ${epochs} epochs: losses within ${apart.toExponential(1)}\n`,
        );
      }
      expect(apart).toBeLessThan(limits.loss);
      expect(countTensors()).toBe(before);
      if (epochs < spec.epochs) return;
      expect(Object.keys(last.metrics)).toEqual(Object.keys(metrics));
      expect(worstRelative(Object.values(last.metrics), Object.values(metrics))).toBeLessThan(METRICS);
    });

    if (firstWeights === undefined) continue;
    test(`${name}, ${reference}: the first weights are PyTorch's to the last bit`, {
      timeout: HOURS,
    }, async () => {
      const { engine } = await openEngine(name);
      // A step this small changes no float32 weight, so the weights after it are those before it, whatever the images.
      const split = { kind: "random", testFraction: 0.98, seed: 0 } as const;
      const dataset = { ...spec.dataset, split };
      const optimizer = { ...spec.optimizer, learningRate: 1e-30 };
      const last = (
        await trainAlone(engine, {
          ...spec,
          ...{ dataset, optimizer, epochs: 1, batchSize: "full" },
        })
      ).at(-1);
      if (last?.type !== "finished") throw new Error(`expected finished, got ${JSON.stringify(last)}`);
      const weights = Array.from(last.weights, ([key, values]) => [key, [...values]]);
      expect(Object.fromEntries(weights)).toEqual(firstWeights);
    });
  }
}
