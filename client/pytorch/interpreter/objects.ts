import type { Span } from "../complaint.ts";
import type { Passed } from "./arguments.ts";
import { ancestryOf, findClassValue, findMethod, isModuleClass } from "./classes.ts";
import { nearest } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import { callFunction } from "./functions.ts";
import { complain, type Run } from "./run.ts";
import { NO_SCOPE } from "./scope.ts";
import { type ClassValue, NONE, type ObjectValue, type Value } from "./value.ts";

/** `X(...)` for a class of the student's file: a new object whose __init__ has run. */
export function makeObject(run: Run, type: ClassValue, passed: Passed): ObjectValue {
  const ancestry = ancestryOf(run, type);
  const object: ObjectValue = { kind: "object", type, attributes: new Map(), isReady: false };
  const init = findMethod(ancestry, "__init__");
  if (init !== null) {
    callFunction(run, { kind: "function", ...init, self: object }, passed);
    return object;
  }
  object.isReady = true;
  const [extra] = [...passed.positional, ...passed.named.values()];
  if (extra !== undefined)
    complain(run, extra.at, `${type.definition.name} has no __init__, so it takes no arguments`);
  return object;
}

/** Whether PyTorch sees the layers inside a value that is kept in an attribute. */
export function isRegistered(run: Run, value: Value): boolean {
  return value.kind === "module" || (value.kind === "object" && isModuleClass(run, value.type));
}

/** `self.name = value`. */
export function setAttribute(run: Run, object: ObjectValue, name: string, value: Value, at: Span): void {
  if (isRegistered(run, value) && isModuleClass(run, object.type) && !object.isReady) {
    complain(
      run,
      at,
      "super().__init__() must be called before the first layer; make it the first line of __init__",
    );
    // Told once.
    object.isReady = true;
  }
  object.attributes.set(name, value);
}

/** `self.name`: an attribute, a method, a value of the class, or what every nn.Module has. */
export function getAttribute(run: Run, object: ObjectValue, name: string, at: Span): Value {
  const own = object.attributes.get(name);
  if (own !== undefined) return own;
  const ancestry = ancestryOf(run, object.type);
  const method = findMethod(ancestry, name);
  if (method !== null) {
    const bound: Value = { kind: "function", ...method, self: object };
    if (!method.definition.decorators.includes("property")) return bound;
    return callFunction(run, bound, { positional: [], named: new Map(), at });
  }
  const value = findClassValue(ancestry, name);
  if (value !== null) return evaluate(run, NO_SCOPE, value);
  if (ancestry.library === "torch.nn.Module") {
    if (name === "training") return { kind: "training" };
    if (MODULE_METHODS.has(name)) return { kind: "method", self: object, name };
  }
  if (name === "__class__") return object.type;
  const layers = [...object.attributes].filter(([, v]) => v.kind === "module").map(([key]) => key);
  const methods = ancestry.classes.flatMap(({ definition }) =>
    definition.body.flatMap((statement) => (statement.kind === "function" ? [statement.name] : [])),
  );
  const near = nearest(name, [...object.attributes.keys(), ...methods]);
  if (near !== null) return complain(run, at, `self.${name} is never made; did you mean self.${near}?`);
  const known =
    layers.length === 0 ? "" : `; __init__ makes ${layers.map((key) => `self.${key}`).join(", ")}`;
  return complain(run, at, `self.${name} is never made; make it in __init__${known}`);
}

/** Methods of nn.Module that do nothing to the numbers, or keep a layer. */
export const MODULE_METHODS: ReadonlySet<string> = new Set([
  ...["add_module", "register_module", "train", "eval", "to", "float", "double", "cuda", "cpu", "parameters"],
  ...[
    "named_parameters",
    "modules",
    "children",
    "named_children",
    "state_dict",
    "zero_grad",
    "apply",
    "forward",
  ],
  ...["register_parameter", "register_buffer", "__init__"],
]);

/** nn.Module's own __init__, and that of other library classes: they take nothing. */
export function initLibraryBase(run: Run, object: ObjectValue, passed: Passed): Value {
  if ([...object.attributes.values()].some((value) => isRegistered(run, value)))
    complain(
      run,
      passed.at,
      "super().__init__() forgets the layers that were made before it; call it once, as the first line of __init__",
    );
  object.isReady = true;
  const [extra] = [...passed.positional, ...passed.named.values()];
  if (extra !== undefined)
    complain(run, extra.at, "the __init__ of nn.Module takes nothing; write super().__init__()");
  return NONE;
}
