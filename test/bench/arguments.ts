import { parseArgs } from "node:util";
import { failure, type Result, success } from "../../shared/result.ts";
import { SCALES, WORKLOADS } from "./workloads.ts";

export type Options = {
  readonly json: boolean;
  readonly quick: boolean;
  readonly only: readonly string[];
  /** Whether a GPU that only pretends to be one takes part. */
  readonly softwareGpu: boolean;
  readonly help: boolean;
};

const NAMES = [...WORKLOADS, ...SCALES].map(({ name }) => name);

export const USAGE = `Times Latent Lab's engines beside PyTorch, TensorFlow.js and jax-js, all in turns on this machine.

Usage: npm run -s bench -- [--only NAME]... [--quick] [--json]
                            [--software-gpu]

  --only NAME  one workload or scale, may be repeated: ${NAMES.join(", ")}
  --quick      two timed rounds instead of five, and nothing that takes a contender longer than 10 s
  --software-gpu
               times WebGPU also where a driver only pretends to be a GPU: slow, and no measure of one
  --json       one JSON object on standard output instead of tables
  --help       prints this

Exit status: 0 measured, whether goals are met or not; 1 a contender failed; 2 a bad option; 130 interrupted.
`;

/** Reads the command line; a failure is one sentence. */
export function parseOptions(args: readonly string[]): Result<Options, string> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        only: { type: "string", multiple: true, default: [] },
        quick: { type: "boolean", default: false },
        "software-gpu": { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
    });
    const unknown = values.only.find((name) => !NAMES.includes(name));
    if (unknown !== undefined)
      return failure(`unknown name ${JSON.stringify(unknown)}; known are ${NAMES.join(", ")}`);
    const { "software-gpu": softwareGpu, ...others } = values;
    return success({ ...others, softwareGpu });
  } catch (error) {
    return failure(error instanceof Error ? error.message : String(error));
  }
}
