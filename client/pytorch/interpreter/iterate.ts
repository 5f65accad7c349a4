import type { Span } from "../complaint.ts";
import { MAX_TURNS } from "../limits.ts";
import { describeValue } from "./describe.ts";
import { complain, loseWay, type Run } from "./run.ts";
import { rangeLength } from "./truth.ts";
import { int, type Value } from "./value.ts";

/** The values that a loop runs over; null after a complaint. */
export function iterate(run: Run, value: Value, at: Span): readonly Value[] | null {
  const items = itemsOf(value);
  if (typeof items === "number") {
    complain(run, at, `this loop takes ${items} turns; the reader follows up to ${MAX_TURNS}`);
    loseWay(run);
    return null;
  }
  if (items !== null) return items;
  if (value.kind !== "unknown") complain(run, at, cannotLoop(value));
  loseWay(run);
  return null;
}

/** A number where there are too many. */
function itemsOf(value: Value): readonly Value[] | number | null {
  switch (value.kind) {
    case "tuple":
    case "list":
      return [...value.items];
    case "dict":
      return [...value.entries.keys()].map((text) => ({ kind: "string", text }));
    case "range": {
      const count = rangeLength(value);
      if (count > MAX_TURNS) return count;
      return Array.from({ length: count }, (_, i) => int(value.start + i * value.step));
    }
    case "module":
      return value.recipe.kind === "sequential" || value.recipe.kind === "moduleList"
        ? [...value.recipe.parts]
        : null;
    default:
      return null;
  }
}

function cannotLoop(value: Value): string {
  if (value.kind === "int") return `a number cannot be looped over; write range(${value.value})`;
  if (value.kind === "tensor")
    return "the reader does not loop over a tensor; a layer takes the whole batch at once";
  return `${describeValue(value)} cannot be looped over; the reader follows loops over a range, a list or an nn.ModuleList`;
}
