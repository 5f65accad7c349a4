import type { Expression } from "../python/tree.ts";
import type { Passed, PassedArgument } from "./arguments.ts";
import { callBuiltin, isBuiltin } from "./builtins.ts";
import { describeValue } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import { callFunction } from "./functions.ts";
import { iterate } from "./iterate.ts";
import { callMethod } from "./methods.ts";
import { getAttribute, makeObject } from "./objects.ts";
import { complain, type Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { callSuper } from "./super.ts";
import { UNKNOWN, type Value } from "./value.ts";

type Call = Extract<Expression, { kind: "call" }>;

/** `callee(args)`. */
export function callExpression(run: Run, scope: Scope, call: Call): Value {
  const callee = evaluate(run, scope, call.callee);
  // What is printed does not matter, and may be anything.
  if (callee.kind === "library" && callee.path === "builtins.print") return { kind: "none" };
  if (callee.kind === "library" && callee.path === "builtins.super") return callSuper(run, scope, call);
  const passed = readPassed(run, scope, call);
  if (callee.kind === "unknown" || passed === null) return UNKNOWN;
  return callValue(run, callee, passed, run.source.slice(call.callee.from, call.callee.to));
}

/** `name` is the callee as it is written. */
export function callValue(run: Run, callee: Value, passed: Passed, name: string): Value {
  switch (callee.kind) {
    case "function":
      return callFunction(run, callee, passed);
    case "class":
      return makeObject(run, callee, passed);
    case "object": {
      const forward = getAttribute(run, callee, "forward", passed.at);
      return forward.kind === "function" ? callFunction(run, forward, passed) : UNKNOWN;
    }
    case "module":
      return run.library.callModule(run, callee, passed);
    case "library":
      return isBuiltin(callee.path)
        ? callBuiltin(run, callee.path, passed)
        : run.library.call(run, callee.path, passed);
    case "method":
      return callee.self.kind === "tensor"
        ? run.library.callTensorMethod(run, callee.self, callee.name, passed)
        : callMethod(run, callee, passed);
    case "tuple":
      return complain(
        run,
        passed.at,
        `${name} is a tuple and cannot be called; remove the comma at the end of the line that makes it`,
      );
    case "list":
      return complain(
        run,
        passed.at,
        `${name} is a list and cannot be called; loop over it, or make it an nn.Sequential`,
      );
    default:
      return complain(run, passed.at, `${name} is ${describeValue(callee)} and cannot be called`);
  }
}

function readPassed(run: Run, scope: Scope, call: Call): Passed | null {
  const positional: PassedArgument[] = [];
  const named = new Map<string, PassedArgument>();
  let isWhole = true;
  for (const argument of call.args) {
    const at = { from: argument.from, to: argument.to };
    const value = evaluate(run, scope, argument.value);
    if (argument.stars === 1) {
      const items = iterate(run, value, at);
      if (items === null) isWhole = false;
      for (const item of items ?? []) positional.push({ value: item, at });
    } else if (argument.stars === 2) {
      if (value.kind === "dict")
        for (const [name, item] of value.entries) named.set(name, { value: item, at });
      else isWhole = false;
      if (value.kind !== "dict" && value.kind !== "unknown")
        complain(run, at, `** needs a dictionary, got ${describeValue(value)}`);
    } else if (argument.name === null) positional.push({ value, at: argument.value });
    else named.set(argument.name, { value, at });
  }
  return isWhole ? { positional, named, at: { from: call.from, to: call.to } } : null;
}
