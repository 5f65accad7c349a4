import type { Kernels } from "../../kernels/kernels.ts";
import type { Shape } from "../../spec/shapes.ts";
import type { Space } from "../space.ts";
import type { Tensor } from "./parameters.ts";
import type { Part } from "./team.ts";

/** Where a layer's input, output and their gradients lie: [images, numbers] each, image after image. */
export type Wires = {
  readonly x: number;
  readonly y: number;
  readonly dx: number;
  readonly dy: number;
};

/** Images that follow each other: `count`, from the one numbered `start` on. */
export type Images = { readonly start: number; readonly count: number };

/** A layer in training. Gradients of its weights are added up; `dx` is written anew. */
export type TrainedLayer = {
  /** Once before each step, after the weights changed. */
  prepare(): void;
  forward(images: number): void;
  /** `needsInput`: whether anything before this layer has weights. */
  backward(images: number, needsInput: boolean): void;
  /** Adds what images give to one block of the gradients, after their `backward`; a layer that has not done so there. */
  gather(images: Images, block: Part): void;
  /** Once after each step's last images. */
  finish(): void;
};

/** What every layer is made of. `most`: the largest number of images that come at once. */
export type Bench = {
  readonly kernels: Kernels;
  readonly space: Space;
  readonly wires: Wires;
  readonly before: Shape;
  readonly after: Shape;
  readonly most: number;
  /** Where a dense layer's weights stand as [in, out], for all parts; 0 of other layers. */
  readonly turned: number;
  readonly tensor: (role: "weight" | "bias") => Tensor;
};

const nothing = () => {};

export function layerOf(
  layer: Partial<TrainedLayer> & Pick<TrainedLayer, "forward" | "backward">,
): TrainedLayer {
  return { prepare: nothing, gather: nothing, finish: nothing, ...layer };
}
