import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { type Complaint, explain, formatPath } from "../explain.ts";
import { MAX_WEIGHT_BYTES } from "../limits.ts";
import { failure, type Result, success } from "../result.ts";
import type { Layer } from "../spec/layers.ts";
import { countParameters, listParameters, volume } from "../spec/parameters.ts";
import type { Weights } from "./weights.ts";

/**
 * safetensors (github.com/huggingface/safetensors): 8 bytes of header length, little endian; a JSON header that gives
 * each tensor's dtype, shape and place; then the numbers. Python reads these files with `safetensors.torch.load_file`.
 */
const LENGTH_BYTES = 8;

const Tensor = z.strictObject({
  dtype: z.string(),
  shape: z.array(z.int().check(z.minimum(0))),
  data_offsets: z.tuple([z.int().check(z.minimum(0)), z.int().check(z.minimum(0))]),
});
const JsonObject = z.record(z.string(), z.unknown());
const Header = z.record(z.string(), Tensor);

/** The model's tensors in PyTorch's order, one after the other: the same weights give the same bytes. */
export function encodeSafetensors(layers: readonly Layer[], weights: Weights): Uint8Array {
  const header: Record<string, z.infer<typeof Tensor>> = {};
  let end = 0;
  for (const { name, shape } of listParameters(layers)) {
    const start = end;
    end += 4 * volume(shape);
    header[name] = { dtype: "F32", shape: [...shape], data_offsets: [start, end] };
  }
  const text = JSON.stringify(header);
  // Spaces bring the numbers to a multiple of 8 bytes, as the format's own library does.
  const headerBytes = utf8ToBytes(text.padEnd(Math.ceil(text.length / 8) * 8));
  const bytes = new Uint8Array(LENGTH_BYTES + headerBytes.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headerBytes.length), true);
  bytes.set(headerBytes, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerBytes.length;
  for (const { name, shape } of listParameters(layers)) {
    const values = weights.get(name);
    if (values?.length !== volume(shape)) {
      throw new TypeError(
        `${name} holds ${values?.length ?? "no"} numbers, this model needs ${volume(shape)}`,
      );
    }
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  return bytes;
}

/**
 * Reads the weights of a model from foreign bytes: exactly its tensors, by name and shape, float32 and finite. A failure
 * names the tensor, what was expected and what came.
 */
export function decodeSafetensors(layers: readonly Layer[], bytes: Uint8Array): Result<Weights, Complaint> {
  if (bytes.length > MAX_WEIGHT_BYTES)
    return refuse("", `expected at most ${MAX_WEIGHT_BYTES} bytes, got ${bytes.length}`);
  const header = readHeader(bytes);
  if (!header.ok) return header;
  const { tensors, data } = header.value;
  const expected = listParameters(layers);
  const [held, needed] = [Math.floor(data.byteLength / 4), countParameters(layers)];
  if (data.byteLength !== 4 * needed)
    return refuse("", `weights hold ${held} numbers, this model needs ${needed}`);
  const unknown = Object.keys(tensors).find((name) => !expected.some((parameter) => parameter.name === name));
  if (unknown !== undefined) {
    return refuse(unknown, `unknown tensor; this model has ${expected.map(({ name }) => name).join(", ")}`);
  }
  const weights = new Map<string, Float32Array>();
  for (const { name, shape } of expected) {
    const tensor = tensors[name];
    if (tensor === undefined) return refuse(name, "this tensor is missing");
    if (tensor.dtype !== "F32") return refuse(name, `expected dtype F32, got ${tensor.dtype}`);
    if (tensor.shape.join() !== shape.join()) {
      return refuse(name, `expected shape [${shape.join(", ")}], got [${tensor.shape.join(", ")}]`);
    }
    const [start, end] = tensor.data_offsets;
    if (end - start !== 4 * volume(shape) || end > data.byteLength) {
      return refuse(
        name,
        `expected ${4 * volume(shape)} bytes of numbers, got data_offsets ${start} to ${end} of ${data.byteLength}`,
      );
    }
    const values = Float32Array.from({ length: volume(shape) }, (_, i) =>
      data.getFloat32(start + 4 * i, true),
    );
    const bad = values.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0)
      return refuse(
        `${name}[${bad}]`,
        `expected a finite number, got ${values[bad]}; a diverged run cannot be kept`,
      );
    weights.set(name, values);
  }
  return success(weights);
}

function readHeader(bytes: Uint8Array) {
  const broken = (got: string) => refuse("", `expected a safetensors file, got ${got}`);
  if (bytes.length < LENGTH_BYTES) return broken(`${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const start = LENGTH_BYTES + length;
  if (start > bytes.length) return broken(`${bytes.length} bytes whose header claims ${length}`);
  const json = JsonObject.safeParse(parseJson(bytes.subarray(LENGTH_BYTES, start)));
  if (!json.success) return broken("a header that is not a JSON object");
  const { __metadata__: _, ...named } = json.data;
  const parsed = Header.safeParse(named);
  if (!parsed.success) return failure(explain(parsed.error, named));
  const data = new DataView(bytes.buffer, bytes.byteOffset + start, bytes.length - start);
  return success({ tensors: parsed.data, data });
}

/** Tensor names are ASCII, and so is every header that this lab accepts: other bytes are no JSON to it. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  } catch {
    return null;
  }
}

function refuse(tensor: string, message: string): Result<never, Complaint> {
  return failure({ path: formatPath(tensor === "" ? ["weights"] : ["weights", tensor]), message });
}
