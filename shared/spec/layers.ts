import * as z from "zod/mini";
import { MAX_CHANNELS, MAX_WIDTH } from "../limits.ts";

const width = z.int().check(z.minimum(1), z.maximum(MAX_WIDTH));
const channels = z.int().check(z.minimum(1), z.maximum(MAX_CHANNELS));
const kernel = z.int().check(z.minimum(1), z.maximum(8));
const padding = z.int().check(z.minimum(0), z.maximum(8));
/** Absent means 1, PyTorch's default, and is how the canonical form writes it. */
const stride = z.optional(z.int().check(z.minimum(2), z.maximum(8)));

/**
 * The layer kinds of a spec, each with the arguments of the PyTorch module it stands for. Images are
 * [channels, height, width]; a convolution's weights are [out, in, kernel, kernel].
 */
export const Layer = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("linear"), in: width, out: width }),
  z.strictObject({ kind: z.literal("conv2d"), in: channels, out: channels, kernel, padding, stride }),
  z.strictObject({
    kind: z.literal("convTranspose2d"),
    in: channels,
    out: channels,
    kernel,
    padding,
    stride,
    /** Absent means 0. */
    outputPadding: z.optional(z.int().check(z.minimum(1), z.maximum(7))),
  }),
  /** Windows do not overlap: the stride is the kernel, as `nn.MaxPool2d(kernel)` has it. */
  z.strictObject({ kind: z.literal("maxPool2d"), kernel: z.int().check(z.minimum(2), z.maximum(8)) }),
  /** `nn.Upsample(scale_factor=factor)`, nearest neighbour. */
  z.strictObject({ kind: z.literal("upsample2d"), factor: z.int().check(z.minimum(2), z.maximum(8)) }),
  z.strictObject({ kind: z.literal("flatten") }),
  z.strictObject({ kind: z.literal("unflatten"), shape: z.tuple([channels, channels, channels]) }),
  z.strictObject({ kind: z.literal("relu") }),
  z.strictObject({
    kind: z.literal("leakyRelu"),
    negativeSlope: z.number().check(z.minimum(0), z.maximum(1)),
  }),
  z.strictObject({ kind: z.literal("sigmoid") }),
  z.strictObject({ kind: z.literal("tanh") }),
  z.strictObject({ kind: z.literal("dropout"), p: z.number().check(z.minimum(0), z.lt(1)) }),
]);
export type Layer = z.infer<typeof Layer>;
export type LayerKind = Layer["kind"];
export type LayerOf<K extends LayerKind> = Extract<Layer, { kind: K }>;

export const LAYER_KINDS = [
  "linear",
  "conv2d",
  "convTranspose2d",
  "maxPool2d",
  "upsample2d",
  "flatten",
  "unflatten",
  "relu",
  "leakyRelu",
  "sigmoid",
  "tanh",
  "dropout",
] as const satisfies readonly LayerKind[];
