import { fileURLToPath } from "node:url";
import type { DeviceFinding } from "../../client/engine/devices.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { canTrainByMoments } from "../../shared/training/moments.ts";
import type { Torch } from "./machine.ts";
import type { Program } from "./process.ts";
import type { Workload } from "./workloads.ts";

/** Who trains, on what, and which part of a workload. */
export type Contender = {
  readonly name: string;
  readonly device: string;
  /** Whose seeds and draws: `ours` and PyTorch must agree, others start from weights of their own. */
  readonly seeds: "pytorch" | "own";
  readonly program: Program;
  /** Why it is left out, in words; null where it takes part. */
  refuse(workload: Workload): string | null;
  /** Trains one epoch of a workload that would take it too long; its training time is scaled up, and the table says so. */
  oneEpoch(workload: Workload): boolean;
  /** Whether its time grows with the images and the width, so that what takes too long can be foreseen. */
  readonly growsWithWork: boolean;
};

/**
 * All that can be timed on this machine. Each device that is ready joins here, with our TensorFlow.js engine, TensorFlow.js
 * itself and jax-js; what only pretends to be a GPU does not, unless `softwareGpu`.
 */
export function listContenders(
  devices: readonly DeviceFinding[],
  torch: Torch | null,
  { softwareGpu }: { readonly softwareGpu: boolean },
): readonly Contender[] {
  const gpus = devices.filter(
    ({ backend, status }) =>
      backend !== "cpu" && (status === "ready" || (softwareGpu && status === "software")),
  );
  return [
    ours("Latent Lab", "auto", "processor"),
    {
      ...ours("Latent Lab, simd", "simd", "processor"),
      refuse: ({ specs, name }) => (specs.some(canTrainByMoments) && name !== "seeds-100" ? null : LEFT_OUT),
    },
    ...gpus.map(({ backend, name }) => ours("Latent Lab, tfjs", `tfjs-${backend}`, name)),
    ...["wasm", "cpu", ...gpus.map(({ backend }) => backend)].map(tfjs),
    ...["wasm", ...gpus.map(({ backend }) => backend)].map(jaxJs),
    ...(torch === null ? [] : [pytorch(torch)]),
  ];
}

/** No line in the table at all. */
export const LEFT_OUT = "";

function ours(name: string, preference: string, device: string): Contender {
  return {
    name,
    device,
    seeds: "pytorch",
    program: node("peers/latent-lab.ts", preference),
    refuse: () => null,
    oneEpoch: () => false,
    growsWithWork: preference !== "auto",
  };
}

function tfjs(backend: string): Contender {
  return {
    name: "TF.js model.fit",
    device: backend,
    seeds: "own",
    program: node("peers/tfjs.ts", backend),
    refuse({ specs, name }) {
      if (name === "seeds-100") return backend === "cpu" ? "one epoch alone takes minutes" : LEFT_OUT;
      if (backend === "cpu" && !specs.some(hasConvolution)) return LEFT_OUT;
      if (backend === "wasm" && specs.some(hasConvolution)) return "convolutions have no gradient there";
      return specs.some(({ loss }) => loss.latentL1 !== 0) ? "layers have no penalty on the latent" : null;
    },
    oneEpoch: () => backend === "cpu",
    growsWithWork: true,
  };
}

function jaxJs(device: string): Contender {
  return {
    name: "jax-js",
    device,
    seeds: "own",
    program: node("peers/jax-js.ts", device),
    refuse: ({ name }) => (name === "seeds-100" ? "one epoch alone takes minutes" : null),
    oneEpoch: ({ specs }) => device === "wasm" && specs.some(hasConvolution),
    growsWithWork: true,
  };
}

function pytorch({ python, version, threads }: Torch): Contender {
  return {
    name: `PyTorch ${version}`,
    device: `${threads} ${threads === 1 ? "thread" : "threads"}`,
    seeds: "pytorch",
    program: { program: python, args: ["-u", here("peers/pytorch.py")] },
    refuse: () => null,
    oneEpoch: () => false,
    growsWithWork: true,
  };
}

function hasConvolution({ model }: ExperimentSpec): boolean {
  return model.layers.some(({ kind }) => kind === "conv2d");
}

function node(path: string, ...args: readonly string[]): Program {
  return { program: process.execPath, args: [here(path), ...args] };
}

function here(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
