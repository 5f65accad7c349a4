import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { decodeSafetensors, encodeSafetensors } from "../../../shared/model/safetensors.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { Layer } from "../../../shared/spec/layers.ts";

const layers: Layer[] = [
  { kind: "linear", in: 64, out: 5 },
  { kind: "relu" },
  { kind: "linear", in: 5, out: 64 },
];
const weights = initialWeights(layers, new Mt19937(0));
const bytes = encodeSafetensors(layers, weights);

/** A safetensors file with another header, and the numbers of `bytes`. */
function withHeader(change: (header: Record<string, unknown>) => unknown): Uint8Array {
  const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
  const text = new TextEncoder().encode(JSON.stringify(change(header)));
  const file = new Uint8Array(8 + text.length + bytes.length - 8 - length);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  file.set(bytes.subarray(8 + length), 8 + text.length);
  return file;
}

function refusal(file: Uint8Array): string {
  const decoded = decodeSafetensors(layers, file);
  return decoded.ok ? "accepted" : `${decoded.error.path}: ${decoded.error.message}`;
}

describe("weights as safetensors", () => {
  test("come back as they were, by PyTorch's names", () => {
    const decoded = decodeSafetensors(layers, bytes);
    expect(decoded).toEqual({ ok: true, value: weights });
    expect([...weights.keys()]).toEqual(["0.weight", "0.bias", "2.weight", "2.bias"]);
  });

  test("have the format's layout: header length, JSON header padded to 8 bytes, then little-endian float32", () => {
    const view = new DataView(bytes.buffer);
    const length = Number(view.getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length)));
    expect(header["0.weight"]).toEqual({ dtype: "F32", shape: [5, 64], data_offsets: [0, 1280] });
    expect(header["2.bias"]).toEqual({ dtype: "F32", shape: [64], data_offsets: [2580, 2836] });
    expect(length % 8).toBe(0);
    expect(view.getFloat32(8 + length, true)).toBe(weights.get("0.weight")?.[0]);
  });

  test("are read with metadata and in another order of the header", () => {
    const file = withHeader((header) => ({
      __metadata__: { format: "pt" },
      ...Object.fromEntries(Object.entries(header).reverse()),
    }));
    expect(decodeSafetensors(layers, file)).toEqual({ ok: true, value: weights });
  });

  test("are read from the middle of a larger buffer", () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(decodeSafetensors(layers, larger.subarray(3))).toEqual({ ok: true, value: weights });
  });
});

describe("weights are refused, with what was expected and what came,", () => {
  test("when a number is missing", () => {
    expect(refusal(bytes.subarray(0, bytes.length - 4))).toBe(
      "weights: weights hold 708 numbers, this model needs 709",
    );
  });

  test("when the model is another one", () => {
    expect(decodeSafetensors([{ kind: "linear", in: 64, out: 64 }], bytes)).toMatchObject({ ok: false });
  });

  test("when a number is not finite", () => {
    const broken = new Map(weights).set("2.bias", new Float32Array(64).fill(Number.NaN, 7, 8));
    expect(refusal(encodeSafetensors(layers, broken))).toContain(
      "2.bias[7]: expected a finite number, got NaN",
    );
  });

  test("when a tensor has another name, shape, type or place", () => {
    const first = { dtype: "F32", shape: [5, 64], data_offsets: [0, 1280] };
    const changed = (tensor: object) =>
      withHeader((header) => ({ ...header, "0.weight": { ...first, ...tensor } }));
    expect(
      refusal(withHeader(({ "0.weight": first, ...rest }) => ({ "encoder.weight": first, ...rest }))),
    ).toContain("encoder.weight: unknown tensor; this model has 0.weight, 0.bias, 2.weight, 2.bias");
    expect(refusal(withHeader(({ "0.weight": _, ...rest }) => rest))).toContain(
      "0.weight: this tensor is missing",
    );
    expect(refusal(changed({ shape: [64, 5] }))).toContain("expected shape [5, 64], got [64, 5]");
    expect(refusal(changed({ dtype: "F16" }))).toContain("expected dtype F32, got F16");
    expect(refusal(changed({ data_offsets: [0, 640] }))).toContain("expected 1280 bytes of numbers");
    expect(refusal(changed({ data_offsets: [2_000, 3_280] }))).toContain("expected 1280 bytes of numbers");
    expect(refusal(changed({ data_offsets: [-4, 1_276] }))).toContain(
      "expected a number of at least 0, got -4",
    );
  });

  test("when the bytes are no safetensors at all", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
        expect(refusal(noise)).not.toBe("accepted");
      }),
      { seed: 1 },
    );
    expect(refusal(new Uint8Array(4))).toBe("weights: expected a safetensors file, got 4 bytes");
    expect(refusal(withHeader(() => null))).toContain("a header that is not a JSON object");
  });
});
