import type { Passed } from "../interpreter/arguments.ts";
import { formatDims } from "../interpreter/dims.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { dimValue, type Tensor, type Value } from "../interpreter/value.ts";
import { axisOf, keepBatch, reshapeTo, squeezed, unsqueezed } from "./reshape.ts";

type Call = { readonly run: Run; readonly tensor: Tensor; readonly name: string; readonly passed: Passed };
/** A method of a tensor; its arguments are known. */
export type Method = (call: Call) => Value;

export const reshape: Method = ({ run, tensor, passed }) => {
  const shape = passed.named.get("shape") ?? passed.named.get("size");
  return reshapeTo(run, tensor, shape === undefined ? passed.positional : [shape], passed.at);
};

export const reshapeAs: Method = ({ run, tensor, name, passed }) => {
  const [other] = passed.positional;
  if (other?.value.kind !== "tensor") return complain(run, passed.at, `.${name} needs a tensor`);
  const items = other.value.shape.map(dimValue);
  return reshapeTo(run, tensor, [{ value: { kind: "tuple", items }, at: other.at }], passed.at);
};

export const unsqueeze: Method = ({ run, tensor, name, passed }) => {
  const axis = axisArgument(passed, ["dim", "axis"]);
  const after = axis === null ? null : unsqueezed(tensor.shape, axis);
  if (after === null)
    return complain(
      run,
      passed.at,
      `.${name} needs a place for the new axis of ${formatDims(tensor.shape)}, for example 0`,
    );
  return keepBatch(run, tensor, after, passed.at);
};

export const squeeze: Method = ({ run, tensor, passed }) => {
  const asked = passed.positional.length + passed.named.size > 0;
  const axis = axisArgument(passed, ["dim", "axis"]);
  const after = asked && axis === null ? null : squeezed(tensor.shape, axis);
  if (after === null)
    return complain(run, passed.at, `squeeze has no such axis in ${formatDims(tensor.shape)}`);
  return keepBatch(run, tensor, after, passed.at);
};

export const size: Method = ({ run, tensor, passed }) => {
  if (passed.positional.length + passed.named.size === 0)
    return { kind: "tuple", items: tensor.shape.map(dimValue) };
  const axis = axisArgument(passed, ["dim"]);
  const dim = axis === null ? undefined : tensor.shape[axisOf(tensor.shape.length, axis) ?? -1];
  return dim === undefined
    ? complain(run, passed.at, `${formatDims(tensor.shape)} has no such axis`)
    : dimValue(dim);
};

function axisArgument({ positional, named }: Passed, names: readonly string[]): number | null {
  const word = names.find((name) => named.has(name));
  const value = positional[0]?.value ?? (word === undefined ? undefined : named.get(word)?.value);
  return value?.kind === "int" ? value.value : null;
}
