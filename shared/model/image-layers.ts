import type { LayerOf } from "../spec/layers.ts";
import type { Shape } from "../spec/shapes.ts";
import type { Activations } from "./forward.ts";

type Tensors = {
  readonly weight: ArrayLike<number>;
  readonly bias: ArrayLike<number>;
  readonly after: Shape;
};

/** One image of `channels` planes, [channels, height, width]. */
type Planes = { readonly channels: number; readonly height: number; readonly width: number };

/** nn.Conv2d, zero padded; weight [out, in, kernel, kernel]. */
export function convolve(
  layer: LayerOf<"conv2d">,
  input: Activations,
  { weight, bias, after }: Tensors,
): Float64Array {
  const stride = layer.stride ?? 1;
  const { kernel, padding } = layer;
  const [from, to] = [planes(input.shape), planes(after)];
  return mapImages(input, to, (image, sums) => {
    for (let out = 0; out < to.channels; out++) {
      const plane = out * to.height * to.width;
      sums.fill(bias[out], plane, plane + to.height * to.width);
      for (let channel = 0; channel < from.channels; channel++) {
        for (let ky = 0; ky < kernel; ky++) {
          for (let kx = 0; kx < kernel; kx++) {
            const value = weight[((out * from.channels + channel) * kernel + ky) * kernel + kx];
            for (let y = 0; y < to.height; y++) {
              const sourceY = y * stride + ky - padding;
              if (sourceY < 0 || sourceY >= from.height) continue;
              const source = (channel * from.height + sourceY) * from.width + kx - padding;
              const target = plane + y * to.width;
              const firstX = Math.max(0, Math.ceil((padding - kx) / stride));
              const lastX = Math.min(to.width - 1, Math.floor((from.width - 1 + padding - kx) / stride));
              for (let x = firstX; x <= lastX; x++) sums[target + x] += value * image[source + x * stride];
            }
          }
        }
      }
    }
  });
}

/** nn.ConvTranspose2d; weight [in, out, kernel, kernel]. Each input pixel stamps its kernel on the output. */
export function convolveTransposed(
  layer: LayerOf<"convTranspose2d">,
  input: Activations,
  { weight, bias, after }: Tensors,
): Float64Array {
  const stride = layer.stride ?? 1;
  const { kernel, padding } = layer;
  const [from, to] = [planes(input.shape), planes(after)];
  return mapImages(input, to, (image, sums) => {
    for (let out = 0; out < to.channels; out++) {
      const plane = out * to.height * to.width;
      sums.fill(bias[out], plane, plane + to.height * to.width);
      for (let channel = 0; channel < from.channels; channel++) {
        for (let y = 0; y < from.height; y++) {
          for (let x = 0; x < from.width; x++) {
            const value = image[(channel * from.height + y) * from.width + x];
            for (let ky = 0; ky < kernel; ky++) {
              const targetY = y * stride + ky - padding;
              if (targetY < 0 || targetY >= to.height) continue;
              for (let kx = 0; kx < kernel; kx++) {
                const targetX = x * stride + kx - padding;
                if (targetX < 0 || targetX >= to.width) continue;
                const tap = ((channel * to.channels + out) * kernel + ky) * kernel + kx;
                sums[plane + targetY * to.width + targetX] += value * weight[tap];
              }
            }
          }
        }
      }
    }
  });
}

/** nn.MaxPool2d(kernel): windows side by side; what does not fill a window is left out. */
export function maxPool(kernel: number, input: Activations, after: Shape): Float64Array {
  const [from, to] = [planes(input.shape), planes(after)];
  return mapImages(input, to, (image, result) => {
    for (let channel = 0; channel < to.channels; channel++) {
      for (let y = 0; y < to.height; y++) {
        for (let x = 0; x < to.width; x++) {
          let most = Number.NEGATIVE_INFINITY;
          for (let ky = 0; ky < kernel; ky++) {
            const row = (channel * from.height + y * kernel + ky) * from.width + x * kernel;
            for (let kx = 0; kx < kernel; kx++) most = Math.max(most, image[row + kx]);
          }
          result[(channel * to.height + y) * to.width + x] = most;
        }
      }
    }
  });
}

/** nn.Upsample(scale_factor=factor), nearest neighbour. */
export function upsample(factor: number, input: Activations, after: Shape): Float64Array {
  const [from, to] = [planes(input.shape), planes(after)];
  return mapImages(input, to, (image, result) => {
    for (let row = 0; row < to.channels * to.height; row++) {
      const source = Math.floor(row / factor) * from.width;
      for (let x = 0; x < to.width; x++) result[row * to.width + x] = image[source + Math.floor(x / factor)];
    }
  });
}

function mapImages(
  { count, shape, data }: Activations,
  to: Planes,
  apply: (image: Float64Array, result: Float64Array) => void,
): Float64Array {
  const from = planes(shape);
  const [inputs, outputs] = [from.channels * from.height * from.width, to.channels * to.height * to.width];
  const result = new Float64Array(count * outputs);
  for (let i = 0; i < count; i++) {
    apply(data.subarray(i * inputs, (i + 1) * inputs), result.subarray(i * outputs, (i + 1) * outputs));
  }
  return result;
}

function planes(shape: Shape): Planes {
  const [channels, height = 1, width = 1] = shape;
  return { channels, height, width };
}
