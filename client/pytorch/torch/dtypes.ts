import type { DType, Value } from "../interpreter/value.ts";

/** The number type that a value names: `torch.float32`, `np.float64`, `"float32"`, `float`; null where it is none. */
export function readDType(value: Value): DType | null {
  if (value.kind === "string") return value.text === null ? null : (NAMES[value.text] ?? null);
  if (value.kind !== "library") return null;
  const name = value.path.split(".").at(-1) ?? "";
  if (value.path === "builtins.float") return "float64";
  return (value.path.startsWith("torch") ? TORCH_NAMES[name] : undefined) ?? NAMES[name] ?? null;
}

const NAMES: Readonly<Record<string, DType>> = {
  float16: "float16",
  float32: "float32",
  float64: "float64",
  float: "float64",
  double: "float64",
  int32: "int32",
  int64: "int64",
  int: "int64",
  long: "int64",
  uint8: "uint8",
  bool: "bool",
};

const TORCH_NAMES: Readonly<Record<string, DType>> = {
  float: "float32",
  half: "float16",
  FloatTensor: "float32",
  DoubleTensor: "float64",
  LongTensor: "int64",
  int: "int32",
};

export function isFloat(dtype: DType): boolean {
  return dtype.startsWith("float");
}
