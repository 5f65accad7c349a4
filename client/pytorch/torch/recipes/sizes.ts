import { describeValue } from "../../interpreter/describe.ts";
import { numberOf } from "../../interpreter/operators.ts";
import { complain } from "../../interpreter/run.ts";
import type { LayerRecipe } from "../../interpreter/value.ts";
import { type Options, onlyDefaults, squareOption } from "../options.ts";
import { DILATION, plain } from "./maker.ts";

export function maxPool2d(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  const kernel = squareOption(options, "kernel_size", { least: 1, fallback: 1 });
  if (kernel === null) return null;
  const stride = squareOption(options, "stride", { least: 1, fallback: kernel });
  const rest = {
    padding: { value: 0, advice: "leave padding out" },
    dilation: DILATION,
    ceil_mode: { value: false, advice: "leave ceil_mode out" },
    return_indices: { value: false, advice: "leave return_indices out; nn.Upsample brings the size back" },
  } as const;
  if (stride === null || !onlyDefaults(options, rest)) return null;
  if (stride === kernel) return kernel === 1 ? { kind: "identity" } : plain({ kind: "maxPool2d", kernel });
  const at = bound.get("stride")?.at;
  if (at !== undefined)
    complain(
      run,
      at,
      `${call} with stride ${stride} is not in the lab: its windows lie side by side; leave stride out`,
    );
  return null;
}

export function upsample(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  const rest = { mode: { value: "nearest", advice: 'it repeats pixels; write mode="nearest"' } } as const;
  if (!onlyDefaults(options, rest)) return null;
  const [size, scale] = [bound.get("size"), bound.get("scale_factor")];
  if (scale !== undefined && scale.value.kind !== "none") {
    const pair = scale.value.kind === "tuple" ? scale.value.items : [scale.value];
    const [factor = null, second = factor] = pair.map(numberOf);
    if (factor !== null && factor === second && Number.isInteger(factor) && factor >= 1)
      return { kind: "upsample", factor, size: null };
    if (!pair.some(({ kind }) => kind === "unknown"))
      complain(
        run,
        scale.at,
        `${call} needs one whole number as scale_factor, got ${describeValue(scale.value)}`,
      );
    return null;
  }
  if (size !== undefined && size.value.kind !== "none") {
    const items = size.value.kind === "tuple" || size.value.kind === "list" ? size.value.items : [size.value];
    const [height = null, width = height] = items.map((item) => (item.kind === "int" ? item.value : null));
    if (height !== null && width !== null) return { kind: "upsample", factor: null, size: [height, width] };
  }
  complain(run, (scale ?? size)?.at ?? options.at, `${call} needs scale_factor, for example scale_factor=2`);
  return null;
}
