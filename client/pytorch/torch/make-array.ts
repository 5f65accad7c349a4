import type { Passed, PassedArgument } from "../interpreter/arguments.ts";
import { describeValue, shortPath } from "../interpreter/describe.ts";
import { type Dim, fixed, sameDim } from "../interpreter/dims.ts";
import { complain, deeper, mayGoOn, type Run } from "../interpreter/run.ts";
import type { DType, Tensor, Value } from "../interpreter/value.ts";
import { isFloat, readDType } from "./dtypes.ts";
import { reshapeTo, unsqueezed } from "./reshape.ts";

/** `torch.tensor(row)`, `torch.from_numpy(row)`, `np.array(rows)`, ...; null for any other function. */
export function makeArray(run: Run, path: string, passed: Passed): Value | null {
  const kind = MAKERS[path];
  if (kind === undefined) return null;
  const call = shortPath(path);
  if (run.phase === "forward")
    return complain(
      run,
      passed.at,
      `${call} makes a new tensor; a model here is one chain of layers that begins at its input`,
    );
  const [first, second] = passed.positional;
  const given = first ?? passed.named.get("data");
  if (given === undefined)
    return complain(run, passed.at, `${call} needs data, for example ${call}(self.X[idx])`);
  if (given.value.kind === "unknown") return given.value;
  if (kind === "expandDims" || kind === "reshape") {
    if (given.value.kind !== "tensor") return complain(run, given.at, `${call} needs an array`);
    const where = second ?? passed.named.get("axis") ?? passed.named.get("newshape");
    if (kind === "reshape" && where !== undefined) return reshapeTo(run, given.value, [where], passed.at);
    const shape = where?.value.kind === "int" ? unsqueezed(given.value.shape, where.value.value) : null;
    return shape === null
      ? complain(run, passed.at, `${call} needs the place of the new axis, for example 0`)
      : { ...given.value, shape };
  }
  const data = readData(run, given);
  if (data === null)
    return complain(run, given.at, `${call} needs numbers, got ${describeValue(given.value)}`);
  if (kind === "fromNumpy" && (given.value.kind !== "tensor" || given.value.library !== "numpy"))
    return complain(
      run,
      given.at,
      `${call} needs a NumPy array, got ${describeValue(given.value)}; write torch.tensor(...)`,
    );
  if (kind === "fromNumpy" && data.shape.length === 0)
    return complain(run, given.at, `${call} needs an array, got one number; write torch.tensor(...)`);
  const isTorch = path.startsWith("torch.");
  const asked = passed.named.get("dtype") ?? (isTorch ? undefined : second);
  const dtype = asked === undefined || asked.value.kind === "none" ? null : readDType(asked.value);
  if (asked !== undefined && asked.value.kind !== "none" && dtype === null)
    return complain(
      run,
      asked.at,
      `${call} needs a number type as dtype, got ${describeValue(asked.value)}; write dtype=torch.float32`,
    );
  const natural = given.value.kind !== "tensor" && isTorch && isFloat(data.dtype) ? "float32" : data.dtype;
  return {
    ...data,
    library: isTorch ? "torch" : "numpy",
    dtype: kind === "float32" ? "float32" : kind === "int64" ? "int64" : (dtype ?? natural),
  };
}

type Kind = "like" | "float32" | "int64" | "fromNumpy" | "expandDims" | "reshape";

const MAKERS: Readonly<Record<string, Kind>> = {
  "torch.tensor": "like",
  "torch.as_tensor": "like",
  "torch.from_numpy": "fromNumpy",
  "torch.FloatTensor": "float32",
  "torch.Tensor": "float32",
  "torch.LongTensor": "int64",
  "numpy.array": "like",
  "numpy.asarray": "like",
  "numpy.float32": "float32",
  "numpy.expand_dims": "expandDims",
  "numpy.reshape": "reshape",
};

/** Numbers as an array: an array itself, one number, or lists of numbers of one shape. */
function readData(run: Run, { value, at }: PassedArgument): Tensor | null {
  // Lists may hold each other.
  if (!mayGoOn(run, at)) return null;
  if (value.kind === "tensor") return value;
  const one = (dtype: DType, shape: readonly Dim[]): Tensor => ({
    ...{ kind: "tensor", library: "numpy", dtype, shape, flow: null, isDetached: false },
  });
  if (value.kind === "int" || value.kind === "index") return one("int64", []);
  if (value.kind === "float") return one("float64", []);
  if (value.kind === "bool") return one("bool", []);
  if (value.kind !== "list" && value.kind !== "tuple") return null;
  const items = value.items.map((item) =>
    deeper<Tensor | null>(run, at, null, () => readData(run, { value: item, at })),
  );
  const [first = null] = items;
  if (first === null) return null;
  const isEven = items.every(
    (item) =>
      item !== null &&
      item.shape.length === first.shape.length &&
      item.shape.every((dim, i) => sameDim(dim, first.shape[i] ?? dim)),
  );
  if (!isEven) return null;
  const dtype = items.find((item) => item !== null && isFloat(item.dtype))?.dtype ?? first.dtype;
  return one(dtype, [fixed(items.length), ...first.shape]);
}
