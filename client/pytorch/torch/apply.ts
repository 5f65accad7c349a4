import type { Layer, LayerOf } from "../../../shared/spec/layers.ts";
import { shapeAfter } from "../../../shared/spec/shapes.ts";
import { makePlaces, type Span } from "../complaint.ts";
import type { Passed } from "../interpreter/arguments.ts";
import { describeValue } from "../interpreter/describe.ts";
import { BATCH, type Dim, fixed, formatDims, sameDim, volumeOf } from "../interpreter/dims.ts";
import { complain, mayGoOn, type Run } from "../interpreter/run.ts";
import {
  type LayerRecipe,
  type Module,
  type Recipe,
  type Tensor,
  UNKNOWN,
  type Value,
} from "../interpreter/value.ts";
import { addStep } from "./flow.ts";
import { flattenAxes, unflattenAxis } from "./reshape.ts";

type Place = { readonly module: Module | null; readonly at: Span };

/** `self.layer(x)`. */
export function applyModule(run: Run, module: Module, { positional, named, at }: Passed): Value {
  const [argument, extra] = [...positional, ...named.values()];
  if (argument === undefined) return complain(run, at, `${module.name} needs a tensor, for example (x)`);
  if (extra !== undefined) return complain(run, extra.at, `${module.name} takes one tensor; remove this`);
  const { value } = argument;
  if (value.kind === "unknown") {
    run.called.add(module);
    return UNKNOWN;
  }
  if (value.kind === "tensor") return applyToTensor(run, value, module, at);
  if (value.kind === "tuple" && value.items.some(({ kind }) => kind === "tensor"))
    return complain(
      run,
      argument.at,
      `${module.name} takes one tensor, got ${describeValue(value)}; take it apart first, for example out, z = ...`,
    );
  const advice = value.kind === "module" ? "; call that layer first, for example self.layer(x)" : "";
  return complain(run, argument.at, `${module.name} takes a tensor, got ${describeValue(value)}${advice}`);
}

function applyToTensor(run: Run, tensor: Tensor, module: Module, at: Span): Value {
  // Parts that stand in each other many times over make a long way.
  if (!mayGoOn(run, at)) return UNKNOWN;
  run.called.add(module);
  const { recipe } = module;
  if (recipe.kind === "moduleList")
    return complain(
      run,
      at,
      "an nn.ModuleList cannot be called; loop over it: for layer in self.layers: x = layer(x)",
    );
  if (recipe.kind === "sequential") {
    let value: Value = tensor;
    for (const part of recipe.parts) {
      if (value.kind !== "tensor") return value;
      value = applyToTensor(run, value, part, at);
    }
    return value;
  }
  return applyRecipe(run, tensor, recipe, { module, at });
}

/** What a layer without parts makes of a tensor. */
export function applyRecipe(run: Run, tensor: Tensor, recipe: LayerRecipe, place: Place): Value {
  const { at } = place;
  switch (recipe.kind) {
    case "identity":
      return tensor;
    case "layer": {
      const after = shapeOf(run, tensor, recipe.layer, place);
      if (typeof after === "string") return complain(run, at, after);
      return addStep(run, tensor, { layer: recipe.layer, after, inPlace: recipe.inPlace, ...place });
    }
    case "upsample": {
      const factor = factorOf(tensor, recipe);
      if (factor === 1) return tensor;
      if (typeof factor === "string") return complain(run, at, factor);
      return applyRecipe(
        run,
        tensor,
        { kind: "layer", layer: { kind: "upsample2d", factor }, inPlace: false },
        place,
      );
    }
    case "flatten": {
      const after = flattenAxes(tensor.shape, recipe.start, recipe.end);
      if (typeof after === "string") return complain(run, at, after);
      // torch.flatten and .flatten are plain reshapes, which the spec needs only where the shape matters.
      if (place.module === null || !isRow(after)) return { ...tensor, shape: after };
      return addStep(run, tensor, { layer: { kind: "flatten" }, after, inPlace: false, ...place });
    }
    case "unflatten": {
      const after = unflattenAxis(tensor.shape, recipe.axis, recipe.sizes);
      if (typeof after === "string") return complain(run, at, after);
      const image = imageOf(after);
      if (place.module === null || image === null) return { ...tensor, shape: after };
      const layer: Layer = { kind: "unflatten", shape: [...image] };
      return addStep(run, tensor, { layer, after, inPlace: false, ...place });
    }
    default:
      return recipe satisfies never;
  }
}

/** (N, 1, ..., 1, n): one row of numbers an example. */
function isRow(dims: readonly Dim[]): boolean {
  return dims.slice(1, -1).every((dim) => sameDim(dim, fixed(1))) && dims.length >= 2;
}

/** [channels, height, width] of (N, channels, height, width); null for any other shape. */
export function imageOf(dims: readonly Dim[]): readonly [number, number, number] | null {
  const [batch, channels, height, width, ...more] = dims;
  if (batch === undefined || channels === undefined || height === undefined || width === undefined)
    return null;
  return sameDim(batch, BATCH) && more.length === 0 ? [channels.size, height.size, width.size] : null;
}

function shapeOf(run: Run, tensor: Tensor, layer: Layer, place: Place): readonly Dim[] | string {
  const [batch, ...rest] = tensor.shape;
  if (batch === undefined || !sameDim(batch, BATCH) || rest.length === 0)
    return `the first axis must be the examples, got ${formatDims(tensor.shape)}; write x = x.view(-1, 64) before it`;
  if (layer.kind === "linear") return linearShape(run, tensor.shape, layer, place);
  if (
    layer.kind === "conv2d" ||
    layer.kind === "convTranspose2d" ||
    layer.kind === "maxPool2d" ||
    layer.kind === "upsample2d"
  ) {
    run.sawImageLayer = true;
    const image = imageOf(tensor.shape);
    const name = nameOf(run, layer, place);
    if (image === null) {
      const total = volumeOf(rest)?.size ?? 0;
      const advice = total === 64 ? "x = x.view(-1, 1, 8, 8)" : "x = x.view(-1, channels, height, width)";
      return `${name} needs images of shape (N, channels, height, width), got ${formatDims(tensor.shape)}; write ${advice} before it`;
    }
    if ("in" in layer && layer.in !== image[0])
      return `${name} takes ${layer.in} channels and gets ${formatDims(tensor.shape)}; make its in_channels ${image[0]}, or change the layer before it`;
    const after = shapeAfter(layer, image);
    return typeof after === "string" ? `${name}: ${after}` : [BATCH, ...after.map(fixed)];
  }
  return tensor.shape;
}

function linearShape(
  run: Run,
  shape: readonly Dim[],
  layer: LayerOf<"linear">,
  place: Place,
): readonly Dim[] | string {
  const last = shape.at(-1);
  const name = nameOf(run, layer, place);
  const got = formatDims(shape);
  const total = volumeOf(shape.slice(1))?.size;
  if (last?.size === layer.in && isRow(shape)) return [...shape.slice(0, -1), fixed(layer.out)];
  if (!isRow(shape) && total === layer.in)
    return `${name} takes ${layer.in} numbers and gets ${got}; flatten first: x = x.view(x.size(0), -1)`;
  if (!isRow(shape))
    return `${name} gets ${got}, ${total} numbers an example; flatten first, x = x.view(x.size(0), -1), and make its in_features ${total}`;
  return `${name} takes ${layer.in} numbers and gets ${got}; make its in_features ${last?.size}, or change the layer before it`;
}

/** `nn.Linear(5, 64) of line 7`. */
function nameOf(run: Run, layer: Layer, { module }: Place): string {
  if (module === null) return layer.kind === "maxPool2d" ? "F.max_pool2d" : "F.interpolate";
  const { line } = makePlaces(run.source)(module.at.from);
  const sizes = "in" in layer ? `(${layer.in}, ${layer.out})` : "";
  return `${module.name}${sizes} of line ${line}`;
}

function factorOf(tensor: Tensor, { factor, size }: Extract<Recipe, { kind: "upsample" }>): number | string {
  if (factor !== null) return factor;
  const image = imageOf(tensor.shape);
  if (image === null || size === null)
    return `upsampling needs images of shape (N, channels, height, width), got ${formatDims(tensor.shape)}`;
  const [across, down] = [size[0] / image[1], size[1] / image[2]];
  if (across === down && Number.isInteger(across)) return across;
  return `upsampling ${image[1]}x${image[2]} to ${size[0]}x${size[1]} is no whole factor; the lab repeats each pixel 2, 3, ... times`;
}
