import { describe, expect, test } from "vitest";
import { endsOf, endWeights, isLinearChain } from "../../../shared/model/end-weights.ts";
import { forwardExactly } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { readReference, worstAbsolute } from "../reference.ts";

const namesOf = (name: string) => {
  const { model } = readReference(name).spec;
  return endsOf(model).map(({ end, layers }) => [end, ...layers.map(({ index }) => index)]);
};

describe("the pictures of a model's ends", () => {
  test("are of the whole encoder and the whole decoder where all is linear", () => {
    expect(namesOf("linear-4")).toEqual([
      ["encoder", 0, 1],
      ["decoder", 2, 3],
    ]);
    expect(isLinearChain(readReference("linear-4").spec.model)).toBe(true);
  });

  test("are of the first and the last layer where something bends in between", () => {
    expect(namesOf("mlp-relu")).toEqual([
      ["encoder", 0],
      ["decoder", 6],
    ]);
    expect(isLinearChain(readReference("mlp-relu").spec.model)).toBe(false);
  });

  test("are none where convolutions stand next to the image", () => {
    expect(namesOf("cae-mixed")).toEqual([]);
  });

  test("say what the encoder reads and the decoder writes", () => {
    const { model } = readReference("linear-4").spec;
    const weights = initialWeights(model.layers, new Mt19937(0));
    const [encoder, decoder] = endsOf(model).map((end) => endWeights(end, weights).pictures);
    if (encoder === undefined || decoder === undefined) throw new Error("a linear model has both");
    const pixel = 27;
    const image = Float64Array.from({ length: 64 }, (_, i) => Number(i === pixel));
    const [lit, dark] = [image, new Float64Array(64)].map((one) => forwardExactly(model, weights, one));
    const code = Float64Array.from(lit?.latent ?? [], (value, i) => value - (dark?.latent[i] ?? 0));
    const read = Array.from(code, (_, row) => encoder[row * 64 + pixel] ?? 0);
    expect(worstAbsolute(read, code)).toBeLessThan(1e-12);
    const written = Array.from({ length: 64 }, (_, i) =>
      code.reduce((sum, value, k) => sum + value * (decoder[k * 64 + i] ?? 0), 0),
    );
    const difference = Float64Array.from(lit?.output ?? [], (value, i) => value - (dark?.output[i] ?? 0));
    expect(worstAbsolute(written, difference)).toBeLessThan(1e-12);
  });
});
