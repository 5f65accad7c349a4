import type { Span } from "../complaint.ts";
import { describeValue } from "../interpreter/describe.ts";
import { BATCH, type Dim, fixed, formatDims, sameDim } from "../interpreter/dims.ts";
import { complain, type Run } from "../interpreter/run.ts";
import type { Tensor, Value } from "../interpreter/value.ts";

/** `X[idx]`, `X[idx, :]`, `X[idx:idx + 1]`, `x[None]`; in forward only what leaves every number where it is. */
export function indexArray(run: Run, tensor: Tensor, indices: readonly Value[], at: Span): Value {
  const list = indices.length === 1 && indices[0]?.kind === "tuple" ? indices[0].items : indices;
  const shape = indexedShape(tensor.shape, list);
  if (typeof shape === "string") return complain(run, at, shape);
  if (tensor.flow === null) return { ...tensor, shape };
  const [batch] = shape;
  const isWhole = batch !== undefined && sameDim(batch, BATCH) && total(shape) === total(tensor.shape);
  return isWhole
    ? { ...tensor, shape }
    : complain(run, at, "taking a part of a tensor is no layer; a model here passes all numbers on");
}

function total(dims: readonly Dim[]): number {
  return dims.reduce((product, { size }) => product * size, 1);
}

function indexedShape(dims: readonly Dim[], indices: readonly Value[]): readonly Dim[] | string {
  const left = [...dims];
  const shape: Dim[] = [];
  for (const [i, index] of indices.entries()) {
    if (index.kind === "none") {
      shape.push(fixed(1));
      continue;
    }
    if (index.kind === "ellipsis") {
      const later = indices.slice(i + 1).filter(({ kind }) => kind !== "none").length;
      while (left.length > later) shape.push(...left.splice(0, 1));
      continue;
    }
    const dim = left.shift();
    if (dim === undefined) return `${formatDims(dims)} has ${dims.length} axes, this index asks for more`;
    const after = indexedAxis(dim, index);
    if (typeof after === "string") return after;
    shape.push(...after);
  }
  return [...shape, ...left];
}

function indexedAxis(dim: Dim, index: Value): readonly Dim[] | string {
  if (index.kind === "index") return [];
  if (index.kind === "int") {
    const inside = index.value < 0 ? -index.value <= dim.size : index.value < dim.size;
    return inside || dim.perExample ? [] : `index ${index.value} is outside an axis of ${dim.size}`;
  }
  // A label or another number that the reader does not know.
  if (index.kind === "tensor") return index.shape.length === 0 ? [] : index.shape;
  if (index.kind === "list" && index.items.every(({ kind }) => kind === "int" || kind === "index"))
    return [fixed(index.items.length)];
  if (index.kind !== "slice") return `the reader does not follow an index of ${describeValue(index)}`;
  const { lower, upper, step } = index;
  if (step.kind !== "none") return "the reader does not follow a slice with a step";
  if (lower.kind === "none" && upper.kind === "none") return [dim];
  if (lower.kind === "index" && upper.kind === "index")
    return [fixed(Math.max(0, upper.offset - lower.offset))];
  const [from, to] = [lower, upper].map((bound) =>
    bound.kind === "int" ? bound.value : bound.kind === "none" ? null : Number.NaN,
  );
  if (dim.perExample || Number.isNaN(from) || Number.isNaN(to))
    return "the reader does not follow this slice";
  const clip = (bound: number) => Math.min(dim.size, Math.max(0, bound < 0 ? bound + dim.size : bound));
  return [fixed(Math.max(0, clip(to ?? dim.size) - clip(from ?? 0)))];
}
