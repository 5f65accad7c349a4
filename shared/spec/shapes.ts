import { MAX_FEATURES } from "../limits.ts";
import type { Result } from "../result.ts";
import { failure, success } from "../result.ts";
import type { Layer } from "./layers.ts";

/** What flows between layers, for one image: a vector of `[n]` numbers, or `[channels, height, width]`. */
export type Shape = readonly [number] | readonly [number, number, number];

export type ShapeError = { readonly layer: number; readonly message: string };

export function sizeOf(shape: Shape): number {
  return shape.reduce((product, n) => product * n, 1);
}

/** One 8x8 image enters as a vector of 64, or as [1, 8, 8] where the first layer that cares works on images. */
export function inputShape(layers: readonly Layer[]): Shape {
  for (const { kind } of layers) {
    if (kind === "linear" || kind === "unflatten") return [64];
    if (isSpatial(kind) || kind === "flatten") return [1, 8, 8];
  }
  return [64];
}

function isSpatial(kind: Layer["kind"]): boolean {
  return kind === "conv2d" || kind === "convTranspose2d" || kind === "maxPool2d" || kind === "upsample2d";
}

/** The shape after each layer, or the first layer whose input does not fit, with what it got and what it needs. */
export function layerShapes(layers: readonly Layer[]): Result<readonly Shape[], ShapeError> {
  const shapes: Shape[] = [];
  let shape = inputShape(layers);
  for (const [index, layer] of layers.entries()) {
    const next = shapeAfter(layer, shape);
    if (typeof next === "string") return failure({ layer: index, message: next });
    if (sizeOf(next) > MAX_FEATURES) {
      return failure({
        layer: index,
        message: `${layer.kind} gives ${format(next)} = ${sizeOf(next)} numbers an image; the lab takes up to ${MAX_FEATURES}`,
      });
    }
    shapes.push(next);
    shape = next;
  }
  return success(shapes);
}

/** The output shape, or a sentence that says why `layer` cannot take `shape`. */
export function shapeAfter(layer: Layer, shape: Shape): Shape | string {
  switch (layer.kind) {
    case "linear":
      if (shape.length !== 1)
        return `linear needs a vector, got an image ${format(shape)}; put a flatten before it`;
      return shape[0] === layer.in ? [layer.out] : `linear needs ${layer.in} numbers, got ${shape[0]}`;
    case "conv2d":
      return convolved(
        layer,
        shape,
        (n) => Math.floor((n + 2 * layer.padding - layer.kernel) / (layer.stride ?? 1)) + 1,
      );
    case "convTranspose2d":
      if ((layer.outputPadding ?? 0) >= (layer.stride ?? 1))
        return `convTranspose2d needs an outputPadding smaller than its stride ${layer.stride ?? 1}, got ${layer.outputPadding}`;
      return convolved(
        layer,
        shape,
        (n) => (n - 1) * (layer.stride ?? 1) - 2 * layer.padding + layer.kernel + (layer.outputPadding ?? 0),
      );
    case "maxPool2d":
      return pooled(shape, layer.kernel);
    case "upsample2d":
      return shape.length === 3
        ? [shape[0], shape[1] * layer.factor, shape[2] * layer.factor]
        : needsImage(layer.kind, shape);
    case "flatten":
      return [sizeOf(shape)];
    case "unflatten":
      if (shape.length !== 1) return `unflatten needs a vector, got an image ${format(shape)}`;
      return sizeOf(layer.shape) === shape[0]
        ? layer.shape
        : `unflatten to ${format(layer.shape)} needs ${sizeOf(layer.shape)} numbers, got ${shape[0]}`;
    case "relu":
    case "leakyRelu":
    case "sigmoid":
    case "tanh":
    case "dropout":
      return shape;
    default:
      return layer satisfies never;
  }
}

function convolved(
  layer: { kind: string; in: number; out: number; kernel: number },
  shape: Shape,
  side: (n: number) => number,
): Shape | string {
  if (shape.length !== 3) return needsImage(layer.kind, shape);
  if (shape[0] !== layer.in) return `${layer.kind} needs ${layer.in} channels, got ${shape[0]}`;
  const [height, width] = [side(shape[1]), side(shape[2])];
  return height >= 1 && width >= 1
    ? [layer.out, height, width]
    : `${layer.kind} with kernel ${layer.kernel} leaves nothing of an image of ${shape[1]}x${shape[2]}; use a smaller kernel or more padding`;
}

function pooled(shape: Shape, kernel: number): Shape | string {
  if (shape.length !== 3) return needsImage("maxPool2d", shape);
  const [channels, height, width] = shape;
  return height >= kernel && width >= kernel
    ? [channels, Math.floor(height / kernel), Math.floor(width / kernel)]
    : `maxPool2d needs an image of at least ${kernel}x${kernel}, got ${height}x${width}`;
}

function needsImage(kind: string, shape: Shape): string {
  return `${kind} needs an image of channels x height x width, got ${format(shape)}; put an unflatten before it`;
}

function format(shape: Shape): string {
  return shape.length === 1 ? `${shape[0]} numbers` : shape.join("x");
}
