import { flagArgument } from "../../interpreter/arguments.ts";
import { complain } from "../../interpreter/run.ts";
import type { LayerRecipe } from "../../interpreter/value.ts";
import { numberOption, type Options } from "../options.ts";
import type { Maker } from "./maker.ts";

export function pointwise(kind: "relu" | "sigmoid" | "tanh"): Maker {
  return ({ run, call, bound }) => {
    const inPlace = flagArgument(run, call, bound, "inplace");
    return inPlace === null ? null : { kind: "layer", layer: { kind }, inPlace };
  };
}

export function leakyRelu(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  const negativeSlope = numberOption(options, "negative_slope", {
    least: 0,
    below: 1.000001,
    fallback: 0.01,
  });
  const inPlace = flagArgument(run, call, bound, "inplace");
  if (negativeSlope === null || inPlace === null) return null;
  return { kind: "layer", layer: { kind: "leakyRelu", negativeSlope }, inPlace };
}

export function dropout(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  const p = numberOption(options, "p", { least: 0, below: 1, fallback: 0.5 });
  const inPlace = flagArgument(run, call, bound, "inplace");
  return p === null || inPlace === null ? null : { kind: "layer", layer: { kind: "dropout", p }, inPlace };
}

/** `F.dropout` drops when a model is scored too, unless it is told of self.training. */
export function functionalDropout(options: Options): LayerRecipe | null {
  const { run, bound } = options;
  const training = bound.get("training");
  if (training?.value.kind === "training") return dropout(options);
  if (training?.value.kind === "bool" && !training.value.value) return { kind: "identity" };
  const at = training?.at ?? options.at;
  complain(
    run,
    at,
    "F.dropout drops when the model is scored too; write F.dropout(x, p, training=self.training), or make an nn.Dropout in __init__",
  );
  return null;
}

/** `nn.Identity` and what comes to the same. */
export function identity(): LayerRecipe {
  return { kind: "identity" };
}
