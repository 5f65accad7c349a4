import type { Passed } from "../interpreter/arguments.ts";
import { shortPath } from "../interpreter/describe.ts";
import { iterate } from "../interpreter/iterate.ts";
import { initLibraryBase } from "../interpreter/objects.ts";
import { numberOf } from "../interpreter/operators.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { bool, float, int, UNKNOWN, type Value } from "../interpreter/value.ts";
import { callFunctionEntry } from "./functional.ts";
import { makeArray } from "./make-array.ts";
import { makeModule } from "./make-module.ts";
import { FUNCTIONS, LAYERS } from "./names.ts";
import { callTensorMethod, isTensorMethod } from "./tensor-methods.ts";

/** Calls a function of PyTorch, NumPy, math or collections by its path. */
export function callLibrary(run: Run, path: string, passed: Passed): Value {
  const [first, ...rest] = passed.positional;
  if (path === "torch.nn.Module.__init__" && first?.value.kind === "object")
    return initLibraryBase(run, first.value, { ...passed, positional: rest });
  const functional = functionPath(path);
  if (FUNCTIONS.has(functional)) return callFunctionEntry(run, functional, passed);
  const layer = /^torch\.nn(?:\.modules(?:\.\w+)?)?\.(\w+)$/.exec(path)?.[1];
  if (layer !== undefined && layer !== "functional" && layer !== "init")
    return makeModule(run, layer, passed);
  if ([...passed.positional, ...passed.named.values()].some(({ value }) => value.kind === "unknown"))
    return UNKNOWN;
  if (path === "torch.is_tensor" && first !== undefined)
    return bool(first.value.kind === "tensor" && first.value.library === "torch");
  // The lab chooses the device.
  if (path === "torch.device") return { kind: "string", text: null };
  if (path === "torch.cuda.is_available") return bool(false);
  if (path === "collections.OrderedDict") return orderedDict(run, passed);
  if (path.startsWith("math.") || path.startsWith("numpy.")) {
    const number = numericFunction(run, path, passed);
    if (number !== null) return number;
  }
  // torch.reshape(x, shape) is x.reshape(shape).
  const method = /^torch\.(\w+)$/.exec(path)?.[1];
  if (method !== undefined && first?.value.kind === "tensor" && isTensorMethod(first.value, method))
    return callTensorMethod(run, first.value, method, { ...passed, positional: rest });
  return makeArray(run, path, passed) ?? complain(run, passed.at, unsupported(run, path));
}

/** `torch.nn.functional.relu_` and old names for what is in the table. */
function functionPath(path: string): string {
  return path === "torch.nn.functional.flatten" ? "torch.flatten" : path;
}

function orderedDict(run: Run, passed: Passed): Value {
  const [first] = passed.positional;
  if (first?.value.kind === "dict") return first.value;
  const entries = new Map<string, Value>();
  for (const pair of first === undefined ? [] : (iterate(run, first.value, first.at) ?? [])) {
    if (pair.kind === "unknown") return UNKNOWN;
    const [name, value] = pair.kind === "tuple" || pair.kind === "list" ? pair.items : [];
    if (name?.kind !== "string" || value === undefined)
      return complain(run, passed.at, 'OrderedDict takes pairs, for example [("encoder", nn.Linear(64, 5))]');
    entries.set(name.text ?? `part ${entries.size}`, value);
  }
  return { kind: "dict", entries };
}

const NUMERIC: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt,
  log2: Math.log2,
  log: Math.log,
  exp: Math.exp,
  floor: Math.floor,
  ceil: Math.ceil,
};

function numericFunction(run: Run, path: string, { positional, at }: Passed): Value | null {
  const [library, name = ""] = path.split(".");
  const [first] = positional;
  if (first === undefined) return null;
  if (name === "prod" && (first.value.kind === "tuple" || first.value.kind === "list")) {
    const product = first.value.items
      .map(numberOf)
      .reduce((a, b) => (a === null || b === null ? null : a * b), 1);
    return product === null ? null : int(product);
  }
  const fn = NUMERIC[name];
  const number = numberOf(first.value);
  if (fn === undefined || number === null) return null;
  const value = fn(number);
  if (!Number.isFinite(value)) return complain(run, at, `${shortPath(path)} of ${number} is no number`);
  return library === "math" && (name === "floor" || name === "ceil") ? int(value) : float(value);
}

function unsupported(run: Run, path: string): string {
  const name = shortPath(path);
  if (/^torch\.(cat|concat|add|stack|mul|matmul|mm|bmm)$/.test(path))
    return `${name} joins tensors; a model here is one chain of layers, without skip connections`;
  if (path.startsWith("torch.nn.init."))
    return `${name} is not supported: the lab draws PyTorch's own first weights from the spec's seed; leave it out`;
  if (path === "torch.manual_seed" || path.endsWith("random.seed"))
    return `${name} is not supported here: the seed belongs to the spec; leave it out`;
  if (run.phase === "data")
    return `${name} is not supported in a Dataset; it is given the images as a NumPy array: keep them as self.X = X, and make an item with torch.tensor(self.X[idx], dtype=torch.float32)`;
  const last = path.split(".").at(-1) ?? "";
  const layer = [...LAYERS.keys()].find((known) => known === last);
  if (path.startsWith("torch.nn.functional.") && layer !== undefined)
    return `${name} is not in PyTorch; did you mean nn.${layer}?`;
  return `${name} is not supported; supported are ${SHORT_LIST}`;
}

const SHORT_LIST =
  "F.relu, F.leaky_relu, torch.sigmoid, torch.tanh, F.dropout, F.max_pool2d, F.interpolate, torch.flatten, torch.reshape, torch.squeeze, torch.unsqueeze";
