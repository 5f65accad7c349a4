import type { Grid, Kernels } from "../../kernels/kernels.ts";
import type { LayerOf } from "../../spec/layers.ts";
import { type Shape, sizeOf } from "../../spec/shapes.ts";
import type { Space } from "../space.ts";
import { type Bench, layerOf, type TrainedLayer } from "./layer.ts";
import type { Tensor } from "./parameters.ts";

/** nn.Conv2d. Where few channels come out, pixels stamp their taps on the neighbours, which is a transposed convolution. */
export function trainConvolution(layer: LayerOf<"conv2d">, bench: Bench): TrainedLayer {
  const { kernel, padding, stride = 1 } = layer;
  if (stride === 1 && layer.out < layer.in && padding < kernel) return trainTurned(layer, bench);
  const { kernels, space, wires, before, after, tensor } = bench;
  const [from, to] = [planes(before), planes(after)];
  const [weight, bias] = [tensor("weight"), tensor("bias")];
  const patches = makePatches({ kernels, space, read: from, places: to, kernel, padding, stride });
  const { columns, taps } = patches;
  return layerOf({
    forward: (n) =>
      eachImage(n, bench, (xAt, yAt) => {
        patches.gather(wires.x + xAt);
        kernels.fillRows(bias.value, wires.y + yAt, to.channels, to.area);
        kernels.product(weight.value, taps, 1, columns, wires.y + yAt, to.channels, taps, to.area, 0, true);
      }),
    backward: (n, needsInput) =>
      eachImage(n, bench, (xAt, yAt) => {
        const dy = wires.dy + yAt;
        patches.gather(wires.x + xAt);
        kernels.productOfRows(dy, columns, weight.gradient, to.channels, to.area, taps);
        kernels.rowSums(dy, bias.gradient, to.channels, to.area);
        if (!needsInput) return;
        kernels.product(weight.value, 1, taps, dy, columns, taps, to.channels, to.area, 0, false);
        patches.scatter(wires.dx + xAt, 0);
      }),
  });
}

/** nn.ConvTranspose2d: each pixel stamps its kernel on the output. Weights are [in, out, kernel, kernel]. */
export function trainTransposed(layer: LayerOf<"convTranspose2d">, bench: Bench): TrainedLayer {
  return stamping(layer, { weight: bench.tensor("weight"), bias: bench.tensor("bias") }, bench);
}

/** A convolution as the transposed one with its kernels turned round. */
function trainTurned(layer: LayerOf<"conv2d">, bench: Bench): TrainedLayer {
  const { kernel, padding, in: inputs, out: outputs } = layer;
  const { kernels, space, tensor } = bench;
  const [weight, bias] = [tensor("weight"), tensor("bias")];
  const count = inputs * outputs * kernel ** 2;
  const turned = { value: space.take(count), gradient: space.take(count) };
  const stamps = stamping({ kernel, padding: kernel - 1 - padding }, { weight: turned, bias }, bench);
  return {
    ...stamps,
    prepare() {
      kernels.turnKernels(weight.value, turned.value, outputs, inputs, kernel, false);
      kernels.clear(turned.gradient, count);
    },
    finish: () => kernels.turnKernels(turned.gradient, weight.gradient, inputs, outputs, kernel, true),
  };
}

function stamping(
  { kernel, padding, stride = 1 }: { kernel: number; padding: number; stride?: number | undefined },
  { weight, bias }: { weight: Tensor; bias: Tensor },
  bench: Bench,
): TrainedLayer {
  const { kernels, space, wires, before, after } = bench;
  const [from, to] = [planes(before), planes(after)];
  const patches = makePatches({ kernels, space, read: to, places: from, kernel, padding, stride });
  const { columns, taps } = patches;
  return layerOf({
    forward: (n) =>
      eachImage(n, bench, (xAt, yAt) => {
        kernels.product(
          weight.value,
          1,
          taps,
          wires.x + xAt,
          columns,
          taps,
          from.channels,
          from.area,
          0,
          false,
        );
        patches.scatter(wires.y + yAt, bias.value);
      }),
    backward: (n, needsInput) =>
      eachImage(n, bench, (xAt, yAt) => {
        const dy = wires.dy + yAt;
        patches.gather(dy);
        kernels.productOfRows(wires.x + xAt, columns, weight.gradient, from.channels, from.area, taps);
        kernels.rowSums(dy, bias.gradient, to.channels, to.area);
        if (!needsInput) return;
        kernels.product(
          weight.value,
          taps,
          1,
          columns,
          wires.dx + xAt,
          from.channels,
          taps,
          from.area,
          0,
          false,
        );
      }),
  });
}

type Planes = {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly area: number;
};

function planes(shape: Shape): Planes {
  const [channels, height = 1, width = 1] = shape;
  return { channels, height, width, area: height * width };
}

type PatchesOf = {
  readonly kernels: Kernels;
  readonly space: Space;
  readonly read: Planes;
  readonly places: Planes;
  readonly kernel: number;
  readonly padding: number;
  readonly stride: number;
};

/** The patches of one image as columns [taps, places], and its frame of zeros, which stays between images. */
function makePatches({ kernels, space, read, places, kernel, padding, stride }: PatchesOf) {
  const { channels, height, width } = read;
  const taps = channels * kernel ** 2;
  const columns = space.take(taps * places.area);
  const [frameHeight, frameWidth] = [height + 2 * padding, width + 2 * padding];
  const frameSize = channels * frameHeight * frameWidth;
  const [framed, gathered] = [space.take(frameSize), space.take(frameSize)];
  const grid: Grid = [frameHeight, frameWidth, places.height, places.width, kernel, stride];
  return {
    columns,
    taps,
    /** columns = the patches of the image at `image`. */
    gather(image: number): void {
      kernels.frame(image, framed, channels, height, width, padding);
      kernels.gatherColumns(framed, columns, channels, ...grid);
    },
    /** image = the columns added up where they were read, plus the bias of each channel unless that is 0. */
    scatter(image: number, bias: number): void {
      kernels.clear(gathered, frameSize);
      kernels.scatterColumns(columns, gathered, channels, ...grid);
      kernels.unframe(gathered, image, channels, height, width, padding, bias);
    },
  };
}

function eachImage(n: number, { before, after }: Bench, apply: (xAt: number, yAt: number) => void): void {
  const [step, outStep] = [4 * sizeOf(before), 4 * sizeOf(after)];
  for (let i = 0; i < n; i++) apply(i * step, i * outStep);
}
