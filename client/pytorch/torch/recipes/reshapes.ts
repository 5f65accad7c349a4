import { wholeArgument } from "../../interpreter/arguments.ts";
import { type Dim, fixed } from "../../interpreter/dims.ts";
import { iterate } from "../../interpreter/iterate.ts";
import { complain } from "../../interpreter/run.ts";
import type { LayerRecipe } from "../../interpreter/value.ts";
import type { Options } from "../options.ts";
import { isNumber } from "./maker.ts";

export function flatten(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  // torch.flatten begins at axis 0, nn.Flatten at 1.
  const first = call === "nn.Flatten" ? 1 : 0;
  const [start, end] = ["start_dim", "end_dim"].map((name) => wholeArgument(run, call, bound, name, -9));
  return start === null || end === null ? null : { kind: "flatten", start: start ?? first, end: end ?? -1 };
}

export function unflatten(options: Options): LayerRecipe | null {
  const { run, call, bound } = options;
  const axis = wholeArgument(run, call, bound, "dim", -9);
  const sizes = bound.get("unflattened_size") ?? bound.get("sizes");
  if (!isNumber(axis) || sizes === undefined) return null;
  const items = sizes.value.kind === "unknown" ? null : iterate(run, sizes.value, sizes.at);
  const dims = items?.map((item): Dim | null => (item.kind === "int" ? fixed(item.value) : null));
  if (dims === undefined) return null;
  const known = dims.filter((dim) => dim !== null);
  if (known.length === dims.length) return { kind: "unflatten", axis, sizes: known };
  complain(run, sizes.at, `${call} needs whole numbers as the new shape, for example (1, 8, 8)`);
  return null;
}
