import { PIXELS } from "../dataset/digits.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { Layer } from "../spec/layers.ts";
import { composeLayers, type PlacedLinear } from "./linear-map.ts";
import type { Weights } from "./weights.ts";

/** One of a model's ends: the encoder reads an image with each row, the decoder adds each column to the reconstruction. */
export type EndName = "encoder" | "decoder";

/** What a model holds as pictures of 64 pixels, a row for each number that reads or writes them. */
export type EndWeights = { readonly end: EndName; readonly pictures: Float64Array /* [n * 64] */ };

/** The layers that an end's pictures are the product of: all of the encoder or decoder, or only the one next to the image. */
type End = { readonly end: EndName; readonly layers: readonly PlacedLinear[] };

/** Whether what lies between image and latent is linear all the way, so that its rows are the whole encoder, its columns the whole decoder. */
export function isLinearChain({ layers }: ExperimentSpec["model"]): boolean {
  return layers.every((layer) => layer.kind === "linear" || isIdentity(layer));
}

/** The ends that have such pictures: those of a linear chain, and linear layers next to the image. */
export function endsOf({ layers, latentAfter }: ExperimentSpec["model"]): readonly End[] {
  const linear = layers.flatMap((layer, index): readonly PlacedLinear[] =>
    layer.kind === "linear" ? [{ index, layer }] : [],
  );
  const [encoder, decoder] = isLinearChain({ layers, latentAfter })
    ? [linear.filter(({ index }) => index <= latentAfter), linear.filter(({ index }) => index > latentAfter)]
    : [
        linear.filter(({ index }) => isFirst(layers, index)),
        linear.filter(({ index }) => isLast(layers, index)),
      ];
  const ends: readonly End[] = [
    { end: "encoder", layers: encoder },
    { end: "decoder", layers: decoder },
  ];
  return ends.filter((end) => end.layers.length > 0);
}

/** How many pictures an end has. */
export function endWidth({ end, layers }: End): number {
  const next = end === "encoder" ? layers.at(-1)?.layer.out : layers[0]?.layer.in;
  return next ?? 0;
}

/** How many directions they span at most: as many as the narrowest place on the way has numbers. */
export function endRank({ layers }: End): number {
  return Math.min(...layers.flatMap(({ layer }) => [layer.in, layer.out]));
}

/** The pictures of an end, in double precision: the encoder's rows or the decoder's columns. */
export function endWeights({ end, layers }: End, weights: Weights): EndWeights {
  const { A, b } = composeLayers(layers, weights);
  if (end === "decoder") return { end, pictures: A };
  const count = b.length;
  const pictures = new Float64Array(count * PIXELS);
  for (let row = 0; row < count; row++) {
    for (let i = 0; i < PIXELS; i++) pictures[row * PIXELS + i] = A[i * count + row];
  }
  return { end, pictures };
}

function isFirst(layers: readonly Layer[], index: number): boolean {
  return layers.slice(0, index).every(isIdentity);
}

/** What follows may bend each pixel, but not mix them. */
function isLast(layers: readonly Layer[], index: number): boolean {
  return layers.slice(index + 1).every((layer) => isIdentity(layer) || isPixelwise(layer));
}

/** In evaluation, and image by image, one after the other. */
function isIdentity({ kind }: Layer): boolean {
  return kind === "flatten" || kind === "unflatten" || kind === "dropout";
}

function isPixelwise({ kind }: Layer): boolean {
  return kind === "relu" || kind === "leakyRelu" || kind === "sigmoid" || kind === "tanh";
}
