import { expect, test } from "vitest";
import { kernelLayers, kernelPictures, wayOf } from "../../../client/views/weights/kernel-pictures.ts";
import { describeLayer, describeShape } from "../../../client/views/weights/layer-words.ts";
import { picturesCsv } from "../../../client/views/weights/pictures-csv.ts";
import { stagesOf } from "../../../client/views/weights/stage-pictures.ts";
import { forwardExactly } from "../../../shared/model/forward.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { readReference } from "../../shared/reference.ts";

const { model } = readReference("cae-mixed").spec;
const weights = initialWeights(model.layers, new Mt19937(0));
const image = Float32Array.from({ length: 64 }, (_, i) => Math.sin(i));

test("each layer of any kind is a stage, with its channels or numbers as pictures", () => {
  const stages = stagesOf(model, weights, image);
  expect(
    stages.map(({ layer, shape, pictures: { count, height, width } }) => [
      layer.kind,
      describeShape(shape),
      count,
      height,
      width,
    ]),
  ).toEqual([
    ["conv2d", "4 channels of 8 × 8", 4, 8, 8],
    ["relu", "4 channels of 8 × 8", 4, 8, 8],
    ["maxPool2d", "4 channels of 4 × 4", 4, 4, 4],
    ["flatten", "64 numbers", 64, 1, 1],
    ["linear", "12 numbers", 12, 1, 1],
    ["tanh", "12 numbers", 12, 1, 1],
    ["linear", "16 numbers", 16, 1, 1],
    ["unflatten", "4 channels of 2 × 2", 4, 2, 2],
    ["convTranspose2d", "3 channels of 4 × 4", 3, 4, 4],
    ["leakyRelu", "3 channels of 4 × 4", 3, 4, 4],
    ["convTranspose2d", "1 channel of 8 × 8", 1, 8, 8],
  ]);
});

test("the latent and the reconstruction among them are the forward pass's own", () => {
  const stages = stagesOf(model, weights, image);
  const { latent, output } = forwardExactly(model, weights, Float64Array.from(image));
  expect(stages.find(({ isLatent }) => isLatent)?.pictures.values).toEqual(latent);
  expect(stages.find(({ isLast }) => isLast)?.pictures.values).toEqual(output);
});

test("a reconstruction is a picture, also where the last layer gives a row of numbers", () => {
  const chain = readReference("mlp-relu").spec.model;
  const stages = stagesOf(chain, initialWeights(chain.layers, new Mt19937(0)), image);
  expect(stages.map(({ pictures: { count, height } }) => [count, height])).toEqual([
    ...[32, 32, 8, 8, 32, 32].map((count) => [count, 1]),
    [1, 8],
  ]);
});

test("a kernel is named by its channels, which a transposed convolution has the other way around", () => {
  const [first, transposed] = kernelLayers(model);
  if (first === undefined || transposed === undefined) throw new Error("the model has convolutions");
  expect(kernelPictures(first, weights)).toMatchObject({ count: 4, height: 3, width: 3 });
  expect(wayOf(first, 3)).toEqual({ from: 0, to: 3 });
  expect(kernelPictures(transposed, weights)).toMatchObject({ count: 12, height: 3, width: 3 });
  expect(wayOf(transposed, 4)).toEqual({ from: 1, to: 1 });
});

test("a layer is said in words, with the stride where it is not 1", () => {
  const [first, , , , , , , , transposed] = model.layers;
  if (first === undefined || transposed === undefined) throw new Error("the model has convolutions");
  expect(describeLayer(first)).toBe("Convolution, 1 to 4 channels, 3 × 3 kernels");
  expect(describeLayer(transposed)).toBe("Transposed convolution, 4 to 3 channels, 3 × 3 kernels, stride 2");
});

test("pictures of several sizes share one CSV", () => {
  const csv = picturesCsv([
    { name: "a", pictures: { values: [1, 2, 3, 4], count: 2, height: 1, width: 2 } },
    { name: "b", pictures: { values: [5], count: 1, height: 1, width: 1 } },
  ]);
  expect(csv).toBe("kind,number,pixel 1,pixel 2\r\na,1,1,2\r\na,2,3,4\r\nb,1,5,\r\n");
});
