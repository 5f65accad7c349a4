import type { Span } from "../complaint.ts";
import type { PassedArgument } from "../interpreter/arguments.ts";
import { describeValue } from "../interpreter/describe.ts";
import { BATCH, type Dim, fixed, formatDims, reshaped, sameDim, volumeOf } from "../interpreter/dims.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { type Tensor, UNKNOWN, type Value } from "../interpreter/value.ts";

/** `.view(...)`, `.reshape(...)`: sizes one by one, or as one tuple. */
export function reshapeTo(run: Run, tensor: Tensor, sizes: readonly PassedArgument[], at: Span): Value {
  const values = sizes.flatMap(({ value }) =>
    value.kind === "tuple" || value.kind === "list" ? value.items : [value],
  );
  const dims: Dim[] = [];
  for (const value of values) {
    if (value.kind === "unknown") return UNKNOWN;
    if (value.kind === "int") dims.push(fixed(value.value));
    else if (value.kind === "count") dims.push(value.dim);
    else
      return complain(
        run,
        at,
        `a shape holds whole numbers, got ${describeValue(value)}${value.kind === "float" ? "; divide with // to keep it whole" : ""}`,
      );
  }
  const after = reshaped(tensor.shape, dims);
  if (typeof after === "string") {
    const isFixed = tensor.flow !== null && !dims.some(({ size, perExample }) => size === -1 || perExample);
    return complain(
      run,
      at,
      isFixed ? `${after}; begin with -1 for the examples: ${openFirst(dims)}` : after,
    );
  }
  return keepBatch(run, tensor, after, at);
}

function openFirst(dims: readonly Dim[]): string {
  return `.view(${["-1", ...dims.slice(dims.length > 1 ? 1 : 0).map(({ size }) => size)].join(", ")})`;
}

/** In forward the first axis stays the examples; in a Dataset any shape may come. */
export function keepBatch(run: Run, tensor: Tensor, after: readonly Dim[], at: Span): Value {
  const [batch] = after;
  if (tensor.flow !== null && (batch === undefined || !sameDim(batch, BATCH))) {
    const total = volumeOf(tensor.shape)?.size;
    return complain(
      run,
      at,
      `this gives ${formatDims(after)}, whose first axis is no longer the examples; keep them apart, for example x.view(-1, ${total})`,
    );
  }
  return { ...tensor, shape: after };
}

/** Merges the axes from `start` to `end`. */
export function flattenAxes(dims: readonly Dim[], start: number, end: number): readonly Dim[] | string {
  const [from, to] = [axisOf(dims.length, start), axisOf(dims.length, end)];
  if (from === null || to === null || from > to)
    return `flatten from axis ${start} to ${end} does not fit ${formatDims(dims)}`;
  const merged = volumeOf(dims.slice(from, to + 1));
  if (merged === null) return `flatten does not fit ${formatDims(dims)}`;
  if (from === 0 && to > 0 && sameDim(dims[0] ?? merged, BATCH))
    return `this flattens the examples into one row; write torch.flatten(x, 1) to keep them apart`;
  return [...dims.slice(0, from), merged, ...dims.slice(to + 1)];
}

/** Splits one axis. */
export function unflattenAxis(
  dims: readonly Dim[],
  axis: number,
  sizes: readonly Dim[],
): readonly Dim[] | string {
  const at = axisOf(dims.length, axis);
  const dim = at === null ? undefined : dims[at];
  if (at === null || dim === undefined || at === 0)
    return `there is no axis ${axis} to split in ${formatDims(dims)}`;
  const parts = reshaped([dim], sizes);
  if (typeof parts === "string")
    return `axis ${axis} of ${formatDims(dims)} holds ${dim.size} numbers, which do not fit ${formatDims(sizes)}`;
  return [...dims.slice(0, at), ...parts, ...dims.slice(at + 1)];
}

/** A new axis of one; null where there is no such place. */
export function unsqueezed(dims: readonly Dim[], axis: number): readonly Dim[] | null {
  const at = axis < 0 ? axis + dims.length + 1 : axis;
  return at < 0 || at > dims.length ? null : [...dims.slice(0, at), fixed(1), ...dims.slice(at)];
}

/** Without its axes of one, or without one of them. */
export function squeezed(dims: readonly Dim[], axis: number | null): readonly Dim[] | null {
  const isOne = (dim: Dim) => sameDim(dim, fixed(1));
  if (axis === null) return dims.filter((dim) => !isOne(dim));
  const at = axisOf(dims.length, axis);
  return at === null ? null : dims.filter((dim, i) => i !== at || !isOne(dim));
}

/** A place from the front; null where it is outside. */
export function axisOf(count: number, axis: number): number | null {
  const at = axis < 0 ? axis + count : axis;
  return at < 0 || at >= count ? null : at;
}
