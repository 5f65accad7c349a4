import type { Passed } from "./arguments.ts";
import { describeValue } from "./describe.ts";
import { iterate } from "./iterate.ts";
import { numberOf } from "./operators.ts";
import { complain, type Run } from "./run.ts";
import { rangeLength, truth } from "./truth.ts";
import { bool, dimValue, float, int, UNKNOWN, type Value } from "./value.ts";

/** Python's own functions that the reader knows; `print` and `super` are followed where they are called. */
export const BUILTINS: ReadonlySet<string> = new Set([
  ...[
    "print",
    "super",
    "len",
    "range",
    "enumerate",
    "zip",
    "reversed",
    "list",
    "tuple",
    "dict",
    "int",
    "float",
  ],
  ...["bool", "str", "max", "min", "sum", "abs", "round", "isinstance", "type", "object", "Exception"],
  ...["getattr", "setattr", "map", "filter", "sorted", "any", "all", "set", "iter", "next", "pow", "divmod"],
  ...["open", "input", "eval", "exec", "repr", "callable", "vars", "globals", "locals"],
  ...["ValueError", "TypeError", "NotImplementedError", "IndexError", "hasattr", "property", "staticmethod"],
]);

export function isBuiltin(path: string): boolean {
  return path.startsWith("builtins.");
}

/** Calls one of Python's own functions. */
export function callBuiltin(run: Run, path: string, passed: Passed): Value {
  const name = path.slice("builtins.".length);
  const values = passed.positional.map(({ value }) => value);
  const [first] = values;
  if (values.some(({ kind }) => kind === "unknown")) return UNKNOWN;
  const items = (value: Value | undefined) => (value === undefined ? [] : iterate(run, value, passed.at));
  switch (name) {
    case "len":
      return first === undefined ? refuse(run, name, passed) : lengthOf(run, first, passed);
    case "range":
      return makeRange(run, values, passed);
    case "enumerate": {
      const start = passed.named.get("start")?.value ?? values[1];
      const from = start?.kind === "int" ? start.value : 0;
      return listOf(items(first)?.map((item, i) => tupleOf([int(from + i), item])));
    }
    case "zip": {
      const lists = values.map((value) => items(value));
      if (lists.some((list) => list === null)) return UNKNOWN;
      const length = Math.min(...lists.map((list) => list?.length ?? 0));
      if (values.length === 0) return listOf([]);
      return listOf(Array.from({ length }, (_, i) => tupleOf(lists.map((list) => list?.[i] ?? UNKNOWN))));
    }
    case "reversed":
      return listOf(items(first)?.toReversed());
    case "list":
      return listOf(items(first));
    case "tuple": {
      const all = items(first);
      return all === null ? UNKNOWN : tupleOf([...all]);
    }
    case "dict":
      return {
        kind: "dict",
        entries: new Map([...passed.named].map(([key, { value }]) => [key, value])),
      };
    case "int":
    case "float":
    case "round":
    case "abs":
      return first === undefined ? refuse(run, name, passed) : convert(run, name, first, passed);
    case "bool": {
      const holds = first === undefined ? false : truth(first);
      return holds === null ? refuse(run, name, passed) : bool(holds);
    }
    case "str":
      return { kind: "string", text: null };
    case "max":
    case "min":
    case "sum":
      return fold(run, name, values.length === 1 ? items(first) : values, passed);
    default:
      return refuse(run, name, passed);
  }
}

function refuse(run: Run, name: string, { at, positional }: Passed): Value {
  const [first] = positional;
  const given = first === undefined ? "nothing" : describeValue(first.value);
  const advice = name.endsWith("attr") ? "; keep layers that are numbered in an nn.ModuleList" : "";
  return complain(run, at, `the reader does not follow ${name} of ${given}${advice}`);
}

function lengthOf(run: Run, value: Value, passed: Passed): Value {
  switch (value.kind) {
    case "list":
    case "tuple":
      return int(value.items.length);
    case "dict":
      return int(value.entries.size);
    case "range":
      return int(rangeLength(value));
    case "module":
      if (value.recipe.kind === "moduleList" || value.recipe.kind === "sequential")
        return int(value.recipe.parts.length);
      return refuse(run, "len", passed);
    case "tensor": {
      const [first] = value.shape;
      return first === undefined ? refuse(run, "len", passed) : dimValue(first);
    }
    default:
      return refuse(run, "len", passed);
  }
}

function makeRange(run: Run, values: readonly Value[], passed: Passed): Value {
  const numbers = values.map((value) => (value.kind === "int" ? value.value : null));
  if (numbers.length === 0 || numbers.length > 3 || numbers.includes(null)) {
    const odd = values.find((value) => value.kind !== "int");
    const advice = odd?.kind === "float" ? "; divide with // to keep it whole" : "";
    return complain(
      run,
      passed.at,
      `range needs whole numbers, got ${odd === undefined ? "nothing" : describeValue(odd)}${advice}`,
    );
  }
  const [a = 0, b, step] = numbers.map((number) => number ?? 0);
  if (step === 0) return complain(run, passed.at, "range needs a step other than 0");
  return { kind: "range", start: b === undefined ? 0 : a, stop: b ?? a, step: step ?? 1 };
}

function convert(run: Run, name: string, value: Value, passed: Passed): Value {
  const number = numberOf(value);
  if (number === null) {
    // A label of a data set, as int(self.y[idx]) makes it.
    if (value.kind === "tensor" && value.flow === null && value.shape.length === 0)
      return name === "int" ? { kind: "index", offset: 0 } : value;
    if (value.kind === "index" || value.kind === "count") return value;
    return refuse(run, name, passed);
  }
  if (name === "int") return int(Math.trunc(number));
  if (name === "float") return float(number);
  if (name === "abs") return value.kind === "float" ? float(Math.abs(number)) : int(Math.abs(number));
  if (passed.positional.length > 1) return refuse(run, name, passed);
  // Python rounds halves to even.
  const rounded = Math.round(number);
  return int(Math.abs(number % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded);
}

function fold(run: Run, name: string, values: readonly Value[] | null, passed: Passed): Value {
  if (values === null) return UNKNOWN;
  const numbers = values.map(numberOf);
  if (numbers.includes(null) || (numbers.length === 0 && name !== "sum")) return refuse(run, name, passed);
  const known = numbers.map((number) => number ?? 0);
  const isFloat = values.some((value) => value.kind === "float");
  const total =
    name === "sum"
      ? known.reduce((a, b) => a + b, 0)
      : name === "max"
        ? Math.max(...known)
        : Math.min(...known);
  return isFloat ? float(total) : int(total);
}

function listOf(items: readonly Value[] | null | undefined): Value {
  return items === null || items === undefined ? UNKNOWN : { kind: "list", items: [...items] };
}

function tupleOf(items: Value[]): Value {
  return { kind: "tuple", items };
}
