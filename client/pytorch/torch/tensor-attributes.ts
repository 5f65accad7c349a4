import type { Span } from "../complaint.ts";
import { nearest } from "../interpreter/describe.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { dimValue, int, type Tensor, type Value } from "../interpreter/value.ts";
import { isTensorMethod, methodNames } from "./tensor-methods.ts";

/** `x.shape` and its like; any other name must be a method. */
export function readTensorAttribute(run: Run, tensor: Tensor, name: string, at: Span): Value {
  switch (name) {
    case "shape":
      return { kind: "tuple", items: tensor.shape.map(dimValue) };
    case "ndim":
      return int(tensor.shape.length);
    case "dtype":
      return { kind: "library", path: `${tensor.library}.${tensor.dtype}` };
    case "device":
      return { kind: "string", text: null };
    case "data":
      return { ...tensor, isDetached: tensor.flow !== null };
    default:
      if (isTensorMethod(tensor, name)) return { kind: "method", self: tensor, name };
      return complain(run, at, unknownMethod(tensor, name));
  }
}

function unknownMethod(tensor: Tensor, name: string): string {
  const other = tensor.library === "numpy" ? "torch" : "numpy";
  if (isTensorMethod({ ...tensor, library: other }, name)) {
    return tensor.library === "numpy"
      ? `this is a NumPy array, which has no ${name}; make it a tensor first: torch.tensor(..., dtype=torch.float32)`
      : `this is a tensor already, which has no ${name}; that is a method of NumPy arrays`;
  }
  const known = methodNames(tensor);
  const near = nearest(name, known);
  const advice =
    near === null ? `the reader follows ${known.slice(0, 14).join(", ")}` : `did you mean .${near}?`;
  return `.${name} of ${tensor.library === "numpy" ? "an array" : "a tensor"} is not supported; ${advice}`;
}
