import type { Span } from "../complaint.ts";
import { describeValue } from "./describe.ts";
import { complain, type Run } from "./run.ts";
import { UNKNOWN, type Value } from "./value.ts";

/** `object[index]`. */
export function readSubscript(run: Run, object: Value, indices: readonly Value[], at: Span): Value {
  if (object.kind === "unknown" || indices.some(({ kind }) => kind === "unknown")) return UNKNOWN;
  const [index] = indices;
  if (object.kind === "tensor") return run.library.indexTensor(run, object, indices, at);
  if (index === undefined || indices.length > 1) return cannot(run, object, at);
  if (object.kind === "dict" && index.kind === "string" && index.text !== null) {
    const known = [...object.entries.keys()].join(", ");
    return (
      object.entries.get(index.text) ??
      complain(run, at, `there is no ${describeValue(index)}; known are ${known}`)
    );
  }
  const items = itemsOf(object);
  if (items === null) return cannot(run, object, at);
  if (index.kind === "int") {
    const item = items.at(index.value);
    return item ?? complain(run, at, `index ${index.value} is outside ${describeValue(object)}`);
  }
  const bounds = index.kind === "slice" ? readBounds(index, items.length) : null;
  if (bounds === null) return cannot(run, object, at);
  const part = items.slice(...bounds);
  if (object.kind === "tuple" || object.kind === "list") return { kind: object.kind, items: part };
  return { kind: "list", items: part };
}

/** The plain start and stop of a slice with steps of 1; null for any other. */
export function readBounds(
  { lower, upper, step }: Extract<Value, { kind: "slice" }>,
  length: number,
): readonly [number, number] | null {
  if (step.kind !== "none" && !(step.kind === "int" && step.value === 1)) return null;
  const [from, to] = [lower, upper].map((bound, i) => {
    if (bound.kind === "none") return i === 0 ? 0 : length;
    if (bound.kind !== "int") return null;
    return Math.min(length, Math.max(0, bound.value < 0 ? bound.value + length : bound.value));
  });
  return from === null || from === undefined || to === null || to === undefined ? null : [from, to];
}

function itemsOf(object: Value): Value[] | null {
  if (object.kind === "tuple" || object.kind === "list") return object.items;
  if (object.kind !== "module") return null;
  const { recipe } = object;
  return recipe.kind === "sequential" || recipe.kind === "moduleList" ? recipe.parts : null;
}

function cannot(run: Run, object: Value, at: Span): Value {
  return complain(run, at, `the reader does not follow this index of ${describeValue(object)}`);
}
