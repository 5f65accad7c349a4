import type { Layer } from "../../../../shared/spec/layers.ts";
import { countParameters } from "../../../../shared/spec/parameters.ts";
import { inputShape, layerShapes, type Shape } from "../../../../shared/spec/shapes.ts";
import { plural } from "../../../parts/numbers.ts";
import type { ReadDataset } from "../../../pytorch/dataset/read-dataset.ts";
import type { ReadModel, ReadParameter } from "../../../pytorch/model/read-model.ts";
import type { ReadCode } from "./read-code.ts";

/** What a class was found to be, in a line. */
export function describeCode(code: ReadCode): string {
  return code.kind === "model" ? describeModel(code.model) : describeDataset(code.dataset);
}

/** `Autoencoder: 64 → 5 → 64, linear; latent after layer 1; 709 parameters`. */
export function describeModel({ className, layers, latentAfter }: ReadModel): string {
  const between = nameBetween(layers);
  const latent = `latent after layer ${latentAfter + 1}`;
  return `${className}: ${describeShapes(layers)}, ${between}; ${latent}; ${plural(countParameters(layers), "parameter")}`;
}

/** `hidden_size = 5`, and who said so where the class does not. */
export function describeParameter({ name, value, source }: ReadParameter): string {
  const written = value === null ? "None" : typeof value === "boolean" ? (value ? "True" : "False") : value;
  return `${name} = ${written}${source === "homework" ? " (the homework’s)" : ""}`;
}

function describeDataset({ className, itemShape, item }: ReadDataset): string {
  const shape = `(${itemShape.join(", ")})`;
  const rest = { image: "", "image and label": " and its label", "image and image": ", twice" }[item];
  return `${className}: each item is a float32 tensor of shape ${shape}${rest}`;
}

/** The shapes from the input on, at each layer with weights: `64 → 5 → 64`, `1×8×8 → 80×8×8 → 1×8×8`. */
function describeShapes(layers: readonly Layer[]): string {
  const shapes = layerShapes(layers);
  if (!shapes.ok) return plural(layers.length, "layer");
  const weighty = shapes.value.filter((_, i) => changesShape(layers[i]));
  return [inputShape(layers), ...weighty].map(formatShape).join(" → ");
}

function formatShape(shape: Shape): string {
  return shape.join("×");
}

function changesShape(layer: Layer | undefined): boolean {
  return layer !== undefined && !(layer.kind in ACTIVATIONS);
}

const ACTIVATIONS: Partial<Record<Layer["kind"], string>> = {
  relu: "ReLU",
  leakyRelu: "leaky ReLU",
  sigmoid: "sigmoid",
  tanh: "tanh",
  dropout: "dropout",
};

/** What stands between the layers with weights: nothing, which makes the model linear, or these. */
function nameBetween(layers: readonly Layer[]): string {
  const names = [...new Set(layers.flatMap(({ kind }) => ACTIVATIONS[kind] ?? []))];
  if (layers.some(({ kind }) => kind === "maxPool2d")) names.push("pooling");
  return names.length === 0 ? "linear" : `with ${names.join(" and ")}`;
}
