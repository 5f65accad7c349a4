import type { Passed } from "../interpreter/arguments.ts";
import { describeValue } from "../interpreter/describe.ts";
import { complain } from "../interpreter/run.ts";
import type { DType } from "../interpreter/value.ts";
import { readDType } from "./dtypes.ts";
import type { Method } from "./shape-methods.ts";

/** `.float()`, `.to(torch.float32)`, `.astype("float32")`: another number type. */
export const convert: Method = ({ run, tensor, name, passed }) => {
  const plain = PLAIN[name];
  const asked = plain ?? askedDType(passed);
  if (asked === null) {
    // `.to(device)`: the lab chooses the device.
    if (name === "to") return tensor;
    const [first] = passed.positional;
    return complain(
      run,
      passed.at,
      `.${name} needs a number type, got ${first === undefined ? "nothing" : describeValue(first.value)}`,
    );
  }
  if (tensor.flow !== null && asked !== "float32")
    return complain(run, passed.at, `the lab's layers hold float32; leave .${name} out`);
  return { ...tensor, dtype: asked };
};

const PLAIN: Readonly<Record<string, DType>> = {
  float: "float32",
  double: "float64",
  half: "float16",
  long: "int64",
  int: "int32",
};

function askedDType(passed: Passed): DType | null {
  const values = [...passed.positional, ...passed.named.values()].map(({ value }) => readDType(value));
  return values.find((dtype) => dtype !== null) ?? null;
}
