import type { EngineName } from "../../shared/api/runs.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Engine } from "./events.ts";

/** A device that takes longer for four steps on 35 images is no gain. */
const CHECK_MS = 2_000;

/** How far PyTorch's losses may be, relative; WebGL computes some functions coarsely. */
const TOLERANCES = { processor: 2e-5, webgpu: 1e-4, webgl: 1e-2 } as const;

/** What PyTorch printed for a tiny run: test/reference/tiny-mixed.json and tiny-linear.json. */
export type TinyRun = { readonly spec: ExperimentSpec; readonly trainLoss: readonly number[] };

const base = {
  version: 1,
  dataset: { id: "digits", scaling: "standardize", split: { kind: "random", testFraction: 0.98, seed: 0 } },
  loss: { kind: "mse", latentL1: 0 },
  optimizer: { kind: "adam", learningRate: 0.01, weightDecay: 0.01 },
  epochs: 4,
  batchSize: "full",
  seed: 0,
} as const;

/** A product, a convolution, pooling and two activations: what a wrong driver or compiler gets wrong shows in the losses. */
export const TINY_MIXED: TinyRun = {
  spec: {
    ...base,
    model: {
      layers: [
        { kind: "conv2d", in: 1, out: 2, kernel: 3, padding: 1 },
        { kind: "relu" },
        { kind: "maxPool2d", kernel: 2 },
        { kind: "flatten" },
        { kind: "linear", in: 32, out: 6 },
        { kind: "tanh" },
        { kind: "linear", in: 6, out: 64 },
        { kind: "unflatten", shape: [1, 8, 8] },
      ],
      latentAfter: 4,
    },
  },
  trainLoss: [1.1356364488601685, 1.1053670644760132, 1.0791195631027222, 1.0523790121078491],
};

export const TINY_LINEAR: TinyRun = {
  spec: {
    ...base,
    model: {
      layers: [
        { kind: "linear", in: 64, out: 4 },
        { kind: "linear", in: 4, out: 64 },
      ],
      latentAfter: 0,
    },
  },
  trainLoss: [1.3628751039505005, 1.2083853483200073, 1.1420484781265259, 1.1172236204147339],
};

/**
 * Trains a tiny reference run before an engine is used. A failure says in a sentence what it got wrong: an error, other
 * losses than PyTorch's, or more than two seconds, unless `patient`.
 */
export async function checkDevice(
  engine: Engine,
  { patient }: { patient: boolean },
): Promise<Result<void, string>> {
  const { spec, trainLoss } = tinyRunFor(engine.choice.engine);
  const timeout = patient ? null : makeTimeout(CHECK_MS);
  try {
    const losses = readLosses(engine, spec);
    const found = await (timeout === null ? losses : Promise.race([losses, timeout.passed]));
    if (found === "late") return failure(`it took more than ${CHECK_MS / 1_000} seconds for a tiny model`);
    const tolerance = TOLERANCES[engine.choice.device];
    const wrong = trainLoss.findIndex(
      (loss, i) => !(Math.abs((found[i] ?? Number.NaN) / loss - 1) <= tolerance),
    );
    if (wrong < 0) return success(undefined);
    const [expected, got] = [trainLoss[wrong], found[wrong]];
    return failure(`it computes wrongly: a tiny model's loss was ${got}, and ${expected} is right`);
  } catch (error) {
    return failure(`it failed on a tiny model: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    timeout?.clear();
  }
}

function tinyRunFor(engine: EngineName): TinyRun {
  return engine === "moments" ? TINY_LINEAR : TINY_MIXED;
}

/** Scoring the model would take longer than training it, so the run is left after its last epoch. */
async function readLosses(engine: Engine, spec: ExperimentSpec): Promise<readonly number[]> {
  const losses: number[] = [];
  const { signal } = new AbortController();
  for await (const event of engine.train(spec, { signal, snapshots: false })) {
    if (event.type === "failed") throw new Error(event.message);
    if (event.type === "epoch") losses.push(event.trainLoss);
    if (losses.length === spec.epochs) break;
  }
  return losses;
}

function makeTimeout(ms: number) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const passed = new Promise<"late">((resolve) => {
    timer = setTimeout(() => resolve("late"), ms);
  });
  return { passed, clear: () => clearTimeout(timer) };
}
