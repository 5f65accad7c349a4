import type { Maker } from "./recipes/maker.ts";
import * as pointwise from "./recipes/pointwise.ts";
import * as reshapes from "./recipes/reshapes.ts";
import * as sizes from "./recipes/sizes.ts";
import * as weighted from "./recipes/weighted.ts";

export type Entry = { readonly signature: string; readonly make: Maker };

/** The layers of torch.nn that the lab has, each with PyTorch's own signature. */
export const LAYERS: ReadonlyMap<string, Entry> = new Map([
  ["Linear", { signature: "in_features out_features bias? device? dtype?", make: weighted.linear }],
  [
    "Conv2d",
    {
      signature:
        "in_channels out_channels kernel_size stride? padding? dilation? groups? bias? padding_mode? device? dtype?",
      make: weighted.conv2d,
    },
  ],
  [
    "ConvTranspose2d",
    {
      signature:
        "in_channels out_channels kernel_size stride? padding? output_padding? groups? bias? dilation? padding_mode? device? dtype?",
      make: weighted.convTranspose2d,
    },
  ],
  [
    "MaxPool2d",
    { signature: "kernel_size stride? padding? dilation? return_indices? ceil_mode?", make: sizes.maxPool2d },
  ],
  [
    "Upsample",
    { signature: "size? scale_factor? mode? align_corners? recompute_scale_factor?", make: sizes.upsample },
  ],
  ["UpsamplingNearest2d", { signature: "size? scale_factor?", make: sizes.upsample }],
  ["ReLU", { signature: "inplace?", make: pointwise.pointwise("relu") }],
  ["LeakyReLU", { signature: "negative_slope? inplace?", make: pointwise.leakyRelu }],
  ["Sigmoid", { signature: "", make: pointwise.pointwise("sigmoid") }],
  ["Tanh", { signature: "", make: pointwise.pointwise("tanh") }],
  ["Dropout", { signature: "p? inplace?", make: pointwise.dropout }],
  ["Flatten", { signature: "start_dim? end_dim?", make: reshapes.flatten }],
  ["Unflatten", { signature: "dim unflattened_size", make: reshapes.unflatten }],
  ["Identity", { signature: "", make: pointwise.identity }],
]);

const RELU: Entry = { signature: "input inplace?", make: pointwise.pointwise("relu") };
const SIGMOID: Entry = { signature: "input", make: pointwise.pointwise("sigmoid") };
const TANH: Entry = { signature: "input", make: pointwise.pointwise("tanh") };
const FLATTEN: Entry = { signature: "input start_dim? end_dim?", make: reshapes.flatten };
const INTERPOLATE: Entry = {
  signature: "input size? scale_factor? mode? align_corners? recompute_scale_factor? antialias?",
  make: sizes.upsample,
};

/** Functions that do to their first argument what a layer does. */
export const FUNCTIONS: ReadonlyMap<string, Entry> = new Map([
  ["torch.nn.functional.relu", RELU],
  ["torch.relu", RELU],
  ["torch.nn.functional.sigmoid", SIGMOID],
  ["torch.sigmoid", SIGMOID],
  ["torch.nn.functional.tanh", TANH],
  ["torch.tanh", TANH],
  [
    "torch.nn.functional.leaky_relu",
    { signature: "input negative_slope? inplace?", make: pointwise.leakyRelu },
  ],
  [
    "torch.nn.functional.dropout",
    { signature: "input p? training? inplace?", make: pointwise.functionalDropout },
  ],
  [
    "torch.nn.functional.max_pool2d",
    {
      signature: "input kernel_size stride? padding? dilation? ceil_mode? return_indices?",
      make: sizes.maxPool2d,
    },
  ],
  [
    "torch.max_pool2d",
    { signature: "input kernel_size stride? padding? dilation? ceil_mode?", make: sizes.maxPool2d },
  ],
  ["torch.nn.functional.interpolate", INTERPOLATE],
  ["torch.nn.functional.upsample", INTERPOLATE],
  ["torch.flatten", FLATTEN],
]);

/** Containers of layers. */
export const CONTAINERS: ReadonlySet<string> = new Set(["Sequential", "ModuleList"]);

/** What `from torch.nn import *` and its like can mean. */
export function isKnownToPyTorch(path: string): boolean {
  if (FUNCTIONS.has(path)) return true;
  const name = path.startsWith("torch.nn.") ? path.slice("torch.nn.".length) : "";
  return LAYERS.has(name) || CONTAINERS.has(name) || name === "Module" || name === "functional";
}
