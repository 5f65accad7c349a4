import type { Span } from "../complaint.ts";
import type { Expression } from "../python/tree.ts";
import { describeValue } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import { iterate } from "./iterate.ts";
import { setAttribute } from "./objects.ts";
import { complain, type Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { UNKNOWN, type Value } from "./value.ts";

/** `target = value`, where the target is a name, an attribute, an item, or a tuple of those. */
export function assignTo(run: Run, scope: Scope, target: Expression, value: Value): void {
  switch (target.kind) {
    case "name":
      scope.names.set(target.name, value);
      return;
    case "attribute": {
      const object = evaluate(run, scope, target.object);
      if (object.kind === "object") setAttribute(run, object, target.name, value, target);
      else if (object.kind !== "unknown")
        complain(run, target, `the reader does not follow changes to ${describeValue(object)}`);
      return;
    }
    case "tuple":
    case "list":
      unpack(run, scope, target.items, value, target);
      return;
    case "subscript": {
      const object = evaluate(run, scope, target.object);
      const [index] = target.indices.map((part) => evaluate(run, scope, part));
      setItem(run, object, index ?? UNKNOWN, value, target);
      return;
    }
    default:
      complain(
        run,
        target,
        "the reader does not follow an assignment to this; assign to a name or to self.name",
      );
  }
}

function unpack(run: Run, scope: Scope, targets: readonly Expression[], value: Value, at: Span): void {
  const values = value.kind === "unknown" ? targets.map(() => UNKNOWN) : iterate(run, value, at);
  if (values !== null && values.length !== targets.length) {
    complain(run, at, `${targets.length} names stand here for ${values.length} values`);
    for (const target of targets) assignTo(run, scope, target, UNKNOWN);
    return;
  }
  for (const [i, target] of targets.entries()) assignTo(run, scope, target, values?.[i] ?? UNKNOWN);
}

function setItem(run: Run, object: Value, index: Value, value: Value, at: Span): void {
  if (object.kind === "unknown") return;
  if (object.kind === "list" && index.kind === "int" && object.items.at(index.value) !== undefined) {
    object.items[index.value < 0 ? index.value + object.items.length : index.value] = value;
    return;
  }
  if (object.kind === "dict" && index.kind === "string" && index.text !== null) {
    object.entries.set(index.text, value);
    return;
  }
  complain(run, at, `the reader does not follow changes inside ${describeValue(object)}; make a new value`);
}
