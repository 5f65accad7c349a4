import type { Passed } from "../interpreter/arguments.ts";
import { formatDims, volumeOf } from "../interpreter/dims.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { dimValue, int, type Tensor, UNKNOWN, type Value } from "../interpreter/value.ts";
import { convert } from "./convert-method.ts";
import { callFunctionEntry } from "./functional.ts";
import { type Method, reshape, reshapeAs, size, squeeze, unsqueeze } from "./shape-methods.ts";

/** Calls a method of a tensor or of a NumPy array. */
export function callTensorMethod(run: Run, tensor: Tensor, name: string, passed: Passed): Value {
  const values = [...passed.positional, ...passed.named.values()].map(({ value }) => value);
  if (values.some(({ kind }) => kind === "unknown")) return UNKNOWN;
  const method = tableOf(tensor).get(name);
  return method === undefined ? UNKNOWN : method({ run, tensor, name, passed });
}

export function isTensorMethod(tensor: Pick<Tensor, "library" | "flow">, name: string): boolean {
  return tableOf(tensor).has(name);
}

export function methodNames(tensor: Tensor): readonly string[] {
  return [...tableOf(tensor).keys()].filter((name) => !name.endsWith("_"));
}

function tableOf({ library, flow }: Pick<Tensor, "library" | "flow">): ReadonlyMap<string, Method> {
  if (library === "numpy") return NUMPY;
  return flow === null ? TORCH_DATA : TORCH;
}

const same: Method = ({ tensor }) => tensor;

const layer =
  (path: string, inPlace: boolean): Method =>
  ({ run, tensor, passed }) =>
    callFunctionEntry(run, path, {
      ...passed,
      positional: [{ value: tensor, at: passed.at }, ...passed.positional],
      ...(inPlace
        ? { named: new Map([["inplace", { value: { kind: "bool", value: true }, at: passed.at }]]) }
        : {}),
    });

const detach: Method = ({ tensor }) => ({ ...tensor, isDetached: tensor.flow !== null });

/** Sums, means and their like over all numbers; over one axis is more than a Dataset needs. */
const reduce: Method = ({ run, tensor, name, passed }) => {
  if (passed.positional.length + passed.named.size > 0)
    return complain(
      run,
      passed.at,
      `the reader follows .${name}() over the whole array only; leave its arguments out`,
    );
  return { ...tensor, shape: [] };
};

const toNumpy: Method = ({ tensor }) => ({ ...tensor, library: "numpy" });

const item: Method = ({ run, tensor, passed }) =>
  tensor.shape.length === 0
    ? { kind: "index", offset: 0 }
    : complain(run, passed.at, `.item() needs one number, got ${formatDims(tensor.shape)}`);

const SHAPES: readonly (readonly [string, Method])[] = [
  ["view", reshape],
  ["reshape", reshape],
  ["flatten", ({ run, tensor, passed }) => flattenMethod(run, tensor, passed)],
  ["unsqueeze", unsqueeze],
  ["squeeze", squeeze],
  ["size", size],
  ["view_as", reshapeAs],
  ["reshape_as", reshapeAs],
  ["dim", ({ tensor }) => int(tensor.shape.length)],
  ["numel", ({ tensor }) => dimValue(volumeOf(tensor.shape) ?? { size: 1, perExample: true })],
  ["contiguous", same],
  ["clone", same],
  ["detach", detach],
  ["float", convert],
  ["double", convert],
  ["to", convert],
  ["type", convert],
  ["cpu", same],
  ["cuda", same],
];

function flattenMethod(run: Run, tensor: Tensor, passed: Passed): Value {
  const positional = [{ value: tensor, at: passed.at }, ...passed.positional];
  return callFunctionEntry(run, "torch.flatten", { ...passed, positional });
}

const TORCH: ReadonlyMap<string, Method> = new Map([
  ...SHAPES,
  ["relu", layer("torch.relu", false)],
  ["sigmoid", layer("torch.sigmoid", false)],
  ["tanh", layer("torch.tanh", false)],
  ["relu_", layer("torch.nn.functional.relu", true)],
]);

const REDUCTIONS = ["mean", "std", "max", "min", "sum", "var"].map((name) => [name, reduce] as const);

const TORCH_DATA: ReadonlyMap<string, Method> = new Map([
  ...SHAPES,
  ...REDUCTIONS,
  ["long", convert],
  ["int", convert],
  ["half", convert],
  ["numpy", toNumpy],
  ["item", item],
]);

const ravel: Method = ({ run, tensor, passed }) => {
  const total = volumeOf(tensor.shape);
  return total === null
    ? complain(run, passed.at, "this cannot be flattened")
    : { ...tensor, shape: [total] };
};

const NUMPY: ReadonlyMap<string, Method> = new Map([
  ...REDUCTIONS,
  ["reshape", reshape],
  ["astype", convert],
  ["flatten", ravel],
  ["ravel", ravel],
  ["squeeze", squeeze],
  ["copy", same],
  ["item", item],
]);
