import type { LayerOf } from "../../../../shared/spec/layers.ts";
import { wholeArgument } from "../../interpreter/arguments.ts";
import { describeValue } from "../../interpreter/describe.ts";
import { complain } from "../../interpreter/run.ts";
import type { LayerRecipe } from "../../interpreter/value.ts";
import { type Options, onlyDefaults, squareOption } from "../options.ts";
import { DILATION, isNumber, plain, WEIGHT_DEFAULTS } from "./maker.ts";

const GROUPS = { value: 1, advice: "every kernel sees all channels; leave groups out" } as const;
const PADDING_MODE = { value: "zeros", advice: "it pads with zeros; leave padding_mode out" } as const;

export function linear(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  const [inputs, outputs] = ["in_features", "out_features"].map((name) =>
    wholeArgument(run, call, bound, name, 1),
  );
  if (!onlyDefaults(options, WEIGHT_DEFAULTS)) return null;
  if (!isNumber(inputs) || !isNumber(outputs)) return null;
  return plain({ kind: "linear", in: inputs, out: outputs });
}

export function conv2d(options: Options): LayerRecipe | null {
  const sizes = convolution(options);
  const stride = squareOption(options, "stride", { least: 1, fallback: 1 });
  if (sizes === null || stride === null) return null;
  const padding = conv2dPadding(options, sizes.kernel, stride);
  if (padding === null) return null;
  return plain({ kind: "conv2d", ...sizes, padding, ...(stride === 1 ? {} : { stride }) });
}

export function convTranspose2d(options: Options): LayerRecipe | null {
  const sizes = convolution(options);
  const stride = squareOption(options, "stride", { least: 1, fallback: 1 });
  const padding = squareOption(options, "padding", { least: 0, fallback: 0 });
  const extra = squareOption(options, "output_padding", { least: 0, fallback: 0 });
  if (sizes === null || stride === null || padding === null || extra === null) return null;
  const layer: LayerOf<"convTranspose2d"> = {
    kind: "convTranspose2d",
    ...sizes,
    padding,
    ...(stride === 1 ? {} : { stride }),
    ...(extra === 0 ? {} : { outputPadding: extra }),
  };
  return plain(layer);
}

function convolution(options: Options) {
  const { run, call, bound } = options;
  const [inputs, outputs] = ["in_channels", "out_channels"].map((name) =>
    wholeArgument(run, call, bound, name, 1),
  );
  const kernel = squareOption(options, "kernel_size", { least: 1, fallback: 1 });
  const rest = { ...WEIGHT_DEFAULTS, dilation: DILATION, groups: GROUPS, padding_mode: PADDING_MODE };
  if (!onlyDefaults(options, rest)) return null;
  return isNumber(inputs) && isNumber(outputs) && kernel !== null
    ? { in: inputs, out: outputs, kernel }
    : null;
}

/** `padding="same"` with a stride of 1 pads half of an odd kernel on each side. */
function conv2dPadding(options: Options, kernel: number, stride: number): number | null {
  const { run, call, bound } = options;
  const argument = bound.get("padding");
  if (argument?.value.kind !== "string") return squareOption(options, "padding", { least: 0, fallback: 0 });
  const { text } = argument.value;
  if (text === "valid") return 0;
  if (text === "same" && stride === 1 && kernel % 2 === 1) return (kernel - 1) / 2;
  const advice = text === "same" ? "needs a stride of 1 and an odd kernel here" : "is unknown";
  complain(
    run,
    argument.at,
    `${call} with padding=${describeValue(argument.value)} ${advice}; write the number, for example padding=1`,
  );
  return null;
}
