import type { Span } from "../complaint.ts";
import { describeValue } from "../interpreter/describe.ts";
import { type Dim, fixed, formatDims, sameDim } from "../interpreter/dims.ts";
import { numberOf } from "../interpreter/operators.ts";
import { complain, type Run } from "../interpreter/run.ts";
import type { DType, Tensor, Value } from "../interpreter/value.ts";
import { isFloat } from "./dtypes.ts";

/** `left operator right` on tensors: arithmetic on data; in forward it would be more than a chain of layers. */
export function operate(run: Run, operator: string, left: Value, right: Value, at: Span): Value {
  const layered = [left, right].filter((value) => value.kind === "tensor" && value.flow !== null);
  if (layered.length === 0) return dataArithmetic(run, operator, left, right, at);
  const advice =
    layered.length === 2
      ? "has two inputs; a model here is one chain of layers, without skip connections"
      : "is no layer; a model here is one chain of layers, and scaling belongs to the data";
  return complain(run, at, `${operator} on a tensor ${advice}`);
}

/** `(X - X.mean()) / X.std()`, `X / 16`: number by number. */
function dataArithmetic(run: Run, operator: string, left: Value, right: Value, at: Span): Value {
  if (!/^(\+|-|\*|\/|\*\*|\/\/)$/.test(operator))
    return complain(run, at, `the reader does not follow ${operator} on data; it follows +, -, *, / and **`);
  const [a, b] = [asTensor(left), asTensor(right)];
  if (a === null || b === null)
    return complain(
      run,
      at,
      `the reader does not follow ${describeValue(left)} ${operator} ${describeValue(right)}`,
    );
  const shape = broadcast(a.shape, b.shape);
  if (shape === null)
    return complain(run, at, `${formatDims(a.shape)} and ${formatDims(b.shape)} do not meet in ${operator}`);
  const data = left.kind === "tensor" ? left : a;
  const library = [left, right].some((value) => value.kind === "tensor" && value.library === "torch")
    ? "torch"
    : data.library;
  const dtype = promoted(left, right, a, b);
  const divided = operator === "/" && !isFloat(dtype) ? (library === "numpy" ? "float64" : "float32") : dtype;
  return { ...data, shape, library, dtype: divided };
}

function asTensor(value: Value): Tensor | null {
  if (value.kind === "tensor") return value;
  const number = numberOf(value);
  if (number === null && value.kind !== "index") return null;
  const dtype: DType = value.kind === "float" ? "float64" : "int64";
  return { kind: "tensor", library: "numpy", dtype, shape: [], flow: null, isDetached: false };
}

/** A plain number, and one number taken out of an array, leave the type of floating-point data as it is. */
function promoted(left: Value, right: Value, a: Tensor, b: Tensor): DType {
  if (left.kind !== "tensor" || a.shape.length < b.shape.length) return weak(b, a);
  if (right.kind !== "tensor" || b.shape.length < a.shape.length) return weak(a, b);
  return RANKS.indexOf(a.dtype) >= RANKS.indexOf(b.dtype) ? a.dtype : b.dtype;
}

function weak(strong: Tensor, other: Tensor): DType {
  if (isFloat(strong.dtype) || !isFloat(other.dtype)) return strong.dtype;
  return strong.library === "numpy" ? "float64" : "float32";
}

const RANKS: readonly DType[] = ["bool", "uint8", "int32", "int64", "float16", "float32", "float64"];

function broadcast(a: readonly Dim[], b: readonly Dim[]): readonly Dim[] | null {
  const one = fixed(1);
  const length = Math.max(a.length, b.length);
  const dims: Dim[] = [];
  for (let i = 1; i <= length; i++) {
    const [x, y] = [a.at(-i) ?? one, b.at(-i) ?? one];
    if (!sameDim(x, y) && !sameDim(x, one) && !sameDim(y, one)) return null;
    dims.unshift(sameDim(x, one) ? y : x);
  }
  return dims;
}
