import { utf8ToBytes } from "@noble/hashes/utils.js";
import * as z from "zod/mini";
import { type Complaint, explain } from "../explain.ts";
import { failure, type Result, success } from "../result.ts";

/**
 * The safetensors format (github.com/huggingface/safetensors): 8 bytes of header length, little endian; a JSON header
 * that gives each tensor's dtype, shape and place; then the numbers. Numbers are copied as they lie in memory: every
 * machine that runs JavaScript with WebAssembly is little endian.
 */
const LENGTH_BYTES = 8;

const Tensor = z.strictObject({
  dtype: z.string(),
  shape: z.array(z.int().check(z.minimum(0))),
  data_offsets: z.tuple([z.int().check(z.minimum(0)), z.int().check(z.minimum(0))]),
});
const JsonObject = z.record(z.string(), z.unknown());
const Header = z.record(z.string(), Tensor);
const Metadata = z.record(z.string(), z.string());

export type Numbers = Float32Array | Float64Array | Uint32Array;
export type TypeOf<T extends Numbers> = new (buffer: ArrayBuffer) => T;
export type NamedTensor = {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Numbers;
};

/** A file's header, checked for its form alone, and the bytes that it speaks of. */
export type TensorFile = {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: Readonly<Record<string, z.infer<typeof Tensor>>>;
  readonly data: Uint8Array;
};

/** The tensors one after the other in their order: the same numbers give the same bytes. */
export function encodeTensors(
  tensors: readonly NamedTensor[],
  metadata: Readonly<Record<string, string>> | null = null,
): Uint8Array {
  const header: Record<string, unknown> = metadata === null ? {} : { __metadata__: metadata };
  let end = 0;
  for (const { name, shape, values } of tensors) {
    const start = end;
    end += values.byteLength;
    header[name] = { dtype: dtypeOf(values), shape, data_offsets: [start, end] };
  }
  const text = JSON.stringify(header);
  // Spaces bring the numbers to a multiple of 8 bytes, as the format's own library does.
  const headerBytes = utf8ToBytes(text.padEnd(Math.ceil(text.length / 8) * 8));
  const bytes = new Uint8Array(LENGTH_BYTES + headerBytes.length + end);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(headerBytes.length), true);
  bytes.set(headerBytes, LENGTH_BYTES);
  let at = LENGTH_BYTES + headerBytes.length;
  for (const { values } of tensors) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return bytes;
}

/** Reads the header of foreign bytes; a failure says what came instead of a safetensors file. */
export function openTensorFile(bytes: Uint8Array): Result<TensorFile, Complaint> {
  const broken = (got: string) => failure({ path: "", message: `expected a safetensors file, got ${got}` });
  if (bytes.length < LENGTH_BYTES) return broken(`${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  const start = LENGTH_BYTES + length;
  if (start > bytes.length) return broken(`${bytes.length} bytes whose header claims ${length}`);
  const json = JsonObject.safeParse(parseJson(bytes.subarray(LENGTH_BYTES, start)));
  if (!json.success) return broken("a header that is not a JSON object");
  const { __metadata__: said = {}, ...named } = json.data;
  const parsed = Header.safeParse(named);
  if (!parsed.success) return failure(explain(parsed.error, named));
  const metadata = Metadata.safeParse(said);
  return success({
    metadata: metadata.success ? metadata.data : {},
    tensors: parsed.data,
    data: bytes.subarray(start),
  });
}

/** One tensor, copied; a failure names it with its dtype, shape or place, or its first number that is not finite. */
export function readTensor<T extends Numbers>(
  { tensors, data }: TensorFile,
  { name, shape, type }: { name: string; shape: readonly number[]; type: TypeOf<T> },
): Result<T, Complaint> {
  const refuse = (message: string) => failure({ path: name, message });
  const tensor = tensors[name];
  if (tensor === undefined) return refuse("this tensor is missing");
  const expected = dtypeOf(new type(new ArrayBuffer(0)));
  if (tensor.dtype !== expected) return refuse(`expected dtype ${expected}, got ${tensor.dtype}`);
  if (tensor.shape.join() !== shape.join()) {
    return refuse(`expected shape [${shape.join(", ")}], got [${tensor.shape.join(", ")}]`);
  }
  const [start, end] = tensor.data_offsets;
  const size = BYTES[expected] * shape.reduce((product, n) => product * n, 1);
  if (end - start !== size || end > data.length) {
    return refuse(`expected ${size} bytes of numbers, got data_offsets ${start} to ${end} of ${data.length}`);
  }
  const values = new type(Uint8Array.from(data.subarray(start, end)).buffer);
  const bad = values.findIndex((value) => !Number.isFinite(value));
  if (bad < 0) return success(values);
  const message = `expected a finite number, got ${values[bad]}; a diverged run cannot be kept`;
  return failure({ path: `${name}[${bad}]`, message });
}

const BYTES = { F32: 4, F64: 8, U32: 4 } as const;

function dtypeOf(values: Numbers): keyof typeof BYTES {
  if (values instanceof Float32Array) return "F32";
  return values instanceof Float64Array ? "F64" : "U32";
}

/** Tensor names are ASCII, and so is every header that this lab accepts: other bytes are no JSON to it. */
function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  } catch {
    return null;
  }
}
