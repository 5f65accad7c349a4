import { expect, test } from "vitest";
import type { Engine, TrainingEvent } from "../../../../client/engine/events.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { digits } from "../../../shared/digits.ts";
import { readReference, worstRelative } from "../../../shared/reference.ts";
import "./node.ts";

const tf = await import("@tensorflow/tfjs-core");
const { makeTfjsEngine } = await import("../../../../client/engine/tfjs/engine.ts");

export function openTfjs(): Engine {
  const choice = { engine: "tfjs", device: "processor", why: "for the test" } as const;
  return makeTfjsEngine({ choice, backend: "cpu", digits });
}

export async function trainWhole(
  engine: Engine,
  spec: ExperimentSpec,
  options: { snapshots?: boolean } = {},
): Promise<TrainingEvent[]> {
  const { snapshots = false } = options;
  const events: TrainingEvent[] = [];
  for await (const event of engine.train(spec, { signal: new AbortController().signal, snapshots }))
    events.push(event);
  return events;
}

/** Tensors that TensorFlow.js holds, on whatever backend. */
export function countTensors(): number {
  return tf.engine().state.numTensors;
}

/** One test for each reference: every epoch's loss, and the metrics, as PyTorch has them; nothing left on the device. */
export function testAgainstPyTorch(names: readonly string[]): void {
  for (const name of names) {
    test(`${name} in plain JavaScript: every epoch's loss and the metrics are PyTorch's`, async () => {
      const { spec, trainLoss, metrics } = readReference(name);
      const before = countTensors();
      const last = (await trainWhole(openTfjs(), spec)).at(-1);
      if (last?.type !== "finished") throw new Error(`expected finished, got ${JSON.stringify(last)}`);
      expect(worstRelative(last.history.trainLoss, trainLoss)).toBeLessThan(1e-4);
      expect(Object.keys(last.metrics)).toEqual(Object.keys(metrics));
      expect(worstRelative(Object.values(last.metrics), Object.values(metrics))).toBeLessThan(1e-3);
      expect(countTensors()).toBe(before);
    });
  }
}
