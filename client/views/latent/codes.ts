import type { LatentMap } from "../../../shared/metrics/latent-map.ts";
import { decode, encode } from "../../../shared/model/forward.ts";
import type { ViewedRun } from "../viewed-run.ts";
import type { Axes, Point } from "./map-points.ts";

type Model = Pick<ViewedRun, "spec" | "weights">;

/** The code of one image [64]. */
export function codeOf({ spec, weights }: Model, image: Float32Array): Float64Array {
  return encode(spec.model, weights, Float64Array.from(image));
}

/** What the decoder alone makes of codes [n * size]: images [n * 64]. */
export function decodeCodes({ spec, weights }: Model, codes: Float64Array): Float32Array {
  return Float32Array.from(decode(spec.model, weights, codes));
}

/** A code that is kept where the map does not show it, and its place on the map. */
export type Base = { readonly code: Float64Array; readonly at: Point };

/** The mean code: it lies at 0 along every component. */
export function meanBase({ mean }: LatentMap): Base {
  return { code: mean, at: { x: 0, y: 0 } };
}

/**
 * The code at a place of the map: the base's code, moved along the two components that are shown and along no other. Of a map with
 * one component, only the place across counts: there is no second to move along.
 */
export function codeAt(
  { components, size }: LatentMap,
  [across, up]: Axes,
  { base, place }: { readonly base: Base; readonly place: Point },
): Float64Array {
  const code = base.code.slice();
  const move = (axis: number, by: number) => {
    for (let i = 0; i < size; i++) code[i] = (code[i] ?? 0) + by * (components[axis * size + i] ?? 0);
  };
  move(across, place.x - base.at.x);
  if (up !== across) move(up, place.y - base.at.y);
  return code;
}

/** From `a` (share 0) to `b` (share 1) in a straight line. */
export function blend(a: Float64Array, b: Float64Array, share: number): Float64Array {
  return a.map((value, i) => (1 - share) * value + share * (b[i] ?? 0));
}

/** Several such blends one after the other, from a to b with both ends. */
export function blendInSteps(a: Float64Array, b: Float64Array, steps: number): Float64Array {
  const all = new Float64Array(steps * a.length);
  for (let step = 0; step < steps; step++) all.set(blend(a, b, step / (steps - 1)), step * a.length);
  return all;
}
