import { DIGITS_COUNT } from "../../shared/dataset/digits.ts";
import { forwardMacs } from "../../shared/spec/cost.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { layerShapes } from "../../shared/spec/shapes.ts";
import type { Place } from "./plan.ts";

/** While an engine is loaded and checked, a browser may compile for seconds. */
export const OPENING_MS = 20_000;

/**
 * What a place may take for anything but multiply-adds: a moment without a core, and on a GPU shaders, which a driver in
 * software compiles for many seconds. One that is lost is told by the browser.
 */
const LEAST_MS: Record<Place, number> = { kernels: 1_000, webgpu: 20_000, webgl: 20_000, cpu: 10_000 };

/** Multiply-adds a millisecond that any machine reaches; TensorFlow.js in plain JavaScript reaches far fewer. */
const SLOWEST: Record<Place, number> = { kernels: 250_000, webgpu: 250_000, webgl: 250_000, cpu: 10_000 };

/**
 * For how long a run may keep its worker from saying that it is alive, in milliseconds: a step, or scoring, of all
 * examples on a slow machine. What is silent for longer hangs, and what seems to have taken longer was frozen.
 */
export function quietMs({ model }: ExperimentSpec, place: Place): number {
  const shapes = layerShapes(model.layers);
  const macs = shapes.ok ? 3 * forwardMacs(model.layers, shapes.value) * DIGITS_COUNT : 0;
  return LEAST_MS[place] + macs / SLOWEST[place];
}
