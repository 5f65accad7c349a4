import type { Engine, TrainingEvent } from "../../../../client/engine/events.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { digits } from "../../../shared/digits.ts";
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
