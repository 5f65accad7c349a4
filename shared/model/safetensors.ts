import { type Complaint, formatComplaint, formatPath } from "../explain.ts";
import { MAX_WEIGHT_BYTES } from "../limits.ts";
import { failure, type Result, success } from "../result.ts";
import type { Layer } from "../spec/layers.ts";
import { countParameters, listParameters, volume } from "../spec/parameters.ts";
import { encodeTensors, openTensorFile, readTensor } from "./tensor-file.ts";
import type { Weights } from "./weights.ts";

/** The model's tensors in PyTorch's order: Python reads the bytes with `safetensors.torch.load_file`. */
export function encodeSafetensors(layers: readonly Layer[], weights: Weights): Uint8Array {
  return encodeTensors(
    listParameters(layers).map(({ name, shape }) => {
      const values = weights.get(name);
      if (values?.length !== volume(shape)) {
        throw new TypeError(
          `${name} holds ${values?.length ?? "no"} numbers, this model needs ${volume(shape)}`,
        );
      }
      return { name, shape, values };
    }),
  );
}

/**
 * Reads the weights of a model from foreign bytes: exactly its tensors, by name and shape, float32 and finite. A failure
 * names the tensor, what was expected and what came.
 */
export function decodeSafetensors(layers: readonly Layer[], bytes: Uint8Array): Result<Weights, Complaint> {
  if (bytes.length > MAX_WEIGHT_BYTES)
    return refuse("", `expected at most ${MAX_WEIGHT_BYTES} bytes, got ${bytes.length}`);
  const file = openTensorFile(bytes);
  if (!file.ok) return refuse("", formatComplaint(file.error));
  const { tensors, data } = file.value;
  const expected = listParameters(layers);
  const needed = countParameters(layers);
  if (data.length !== 4 * needed) {
    return refuse("", `weights hold ${Math.floor(data.length / 4)} numbers, this model needs ${needed}`);
  }
  const unknown = Object.keys(tensors).find((name) => !expected.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    return refuse(unknown, `unknown tensor; this model has ${expected.map(({ name }) => name).join(", ")}`);
  }
  const weights = new Map<string, Float32Array>();
  for (const { name, shape } of expected) {
    const values = readTensor(file.value, { name, shape, type: Float32Array });
    if (!values.ok) return refuse(values.error.path, values.error.message);
    weights.set(name, values.value);
  }
  return success(weights);
}

function refuse(tensor: string, message: string): Result<never, Complaint> {
  return failure({ path: formatPath(tensor === "" ? ["weights"] : ["weights", tensor]), message });
}
