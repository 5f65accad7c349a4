import type { Span } from "../complaint.ts";
import { ancestryOf, findMethod } from "./classes.ts";
import { describeValue } from "./describe.ts";
import { getAttribute } from "./objects.ts";
import { complain, type Run } from "./run.ts";
import { UNKNOWN, type Value } from "./value.ts";

/** `object.name`. */
export function readAttribute(run: Run, object: Value, name: string, at: Span): Value {
  switch (object.kind) {
    case "unknown":
      return UNKNOWN;
    case "library":
      return { kind: "library", path: `${object.path}.${name}` };
    case "object":
      return getAttribute(run, object, name, at);
    case "super":
      return readSuper(run, object, name);
    case "class": {
      const method = findMethod(ancestryOf(run, object), name);
      if (method !== null) return { kind: "function", ...method, self: null };
      return complain(run, at, `${object.definition.name} has no ${name}`);
    }
    case "tensor":
      return run.library.readTensor(run, object, name, at);
    case "module":
      return run.library.readModule(run, object, name, at);
    case "list":
    case "dict":
    case "string":
      return { kind: "method", self: object, name };
    default:
      return complain(run, at, `${describeValue(object)} has no ${name}`);
  }
}

function readSuper(run: Run, value: Extract<Value, { kind: "super" }>, name: string): Value {
  const [, ...classes] = ancestryOf(run, value.above).classes;
  const method = findMethod({ classes, library: null }, name);
  if (method !== null) return { kind: "function", ...method, self: value.object };
  return { kind: "method", self: value, name };
}
