import type { Value } from "./value.ts";

/** Python's truth of a value; null where the reader cannot know it. */
export function truth(value: Value): boolean | null {
  switch (value.kind) {
    case "int":
    case "float":
      return value.value !== 0;
    case "bool":
      return value.value;
    case "none":
      return false;
    case "string":
      return value.text === null ? null : value.text !== "";
    case "tuple":
    case "list":
      return value.items.length > 0;
    case "dict":
      return value.entries.size > 0;
    case "range":
      return rangeLength(value) > 0;
    case "count":
      return true;
    case "module":
      return value.recipe.kind === "moduleList" || value.recipe.kind === "sequential"
        ? value.recipe.parts.length > 0
        : true;
    case "unknown":
    case "training":
    case "index":
    case "tensor":
      return null;
    default:
      return true;
  }
}

/** How many numbers `range(start, stop, step)` gives. */
export function rangeLength({ start, stop, step }: { start: number; stop: number; step: number }): number {
  return Math.max(0, Math.ceil((stop - start) / step));
}
