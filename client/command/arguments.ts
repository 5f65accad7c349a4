import { failure, type Result, success } from "../../shared/result.ts";
import type { Preference } from "../engine/choose.ts";
import { NODE_DEVICE_NAMES, type NodeDevice } from "./node-devices.ts";
import { readOptions } from "./options.ts";
import { parseRead, type ReadCommand } from "./read-arguments.ts";

export type Command =
  | { readonly name: "help" }
  | ReadCommand
  | {
      readonly name: "train";
      readonly specPaths: readonly string[];
      readonly preference: Preference;
      /** What TensorFlow.js trains on, where it trains. */
      readonly device: NodeDevice;
      readonly out: string | null;
      readonly checkpoint: string | null;
      readonly resume: string | null;
    };

const ENGINES = ["auto", "moments", "simd", "tfjs"] as const;

const TRAIN_OPTIONS = {
  engine: { type: "string", default: "auto" },
  device: { type: "string" },
  out: { type: "string" },
  checkpoint: { type: "string" },
  resume: { type: "string" },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line; a failure is one sentence that says what was wrong with it. */
export function parseCommand(args: readonly string[]): Result<Command, string> {
  if (args[0] === "read") return parseRead(args.slice(1));
  const parsed = readOptions(args, TRAIN_OPTIONS);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  if (values.help) return success({ name: "help" });
  const [command, ...specPaths] = positionals;
  if (command === undefined) return failure("no command given; known are train and read");
  if (command !== "train")
    return failure(`unknown command ${JSON.stringify(command)}; known are train and read`);
  if (specPaths.length === 0) return failure("train needs at least one SPEC.json");
  const engine = ENGINES.find((name) => name === values.engine);
  if (engine === undefined) {
    return failure(`unknown engine ${JSON.stringify(values.engine)}; known are ${ENGINES.join(", ")}`);
  }
  const device = NODE_DEVICE_NAMES.find((name) => name === (values.device ?? "cpu"));
  if (device === undefined)
    return failure(
      `unknown device ${JSON.stringify(values.device)}; known are ${NODE_DEVICE_NAMES.join(", ")}`,
    );
  if (values.device !== undefined && engine !== "tfjs")
    return failure(
      `--device chooses what TensorFlow.js trains on; give --engine tfjs with it, not ${engine}`,
    );
  const preference = engine === "tfjs" ? (`tfjs-${device}` as const) : engine;
  const { out = null, checkpoint = null, resume = null } = values;
  if (specPaths.length > 1 && (checkpoint ?? resume) !== null) {
    return failure(`--checkpoint and --resume are of one run; got ${specPaths.length} specs`);
  }
  return success({ name: "train", specPaths, preference, device, out, checkpoint, resume });
}
