import type { Expression } from "../python/tree.ts";
import { ancestryOf } from "./classes.ts";
import { evaluate } from "./evaluate.ts";
import { complain, type Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { UNKNOWN, type Value } from "./value.ts";

/** `super()` and `super(X, self)`. */
export function callSuper(run: Run, scope: Scope, call: Extract<Expression, { kind: "call" }>): Value {
  const { self, owner } = scope;
  if (self === null || owner === null)
    return complain(run, call, "super() works only in a method whose first parameter is self");
  const [named, object] = call.args.map(({ value }) => value);
  if (named === undefined) return { kind: "super", object: self, above: owner };
  const above = evaluate(run, scope, named);
  if (above.kind === "unknown") return UNKNOWN;
  const isOwn =
    above.kind === "class" &&
    ancestryOf(run, self.type).classes.some(({ definition }) => definition === above.definition);
  if (!isOwn || above.kind !== "class") {
    // The layers that follow would complain of it again.
    self.isReady = true;
    const written = run.source.slice(named.from, named.to);
    return complain(
      run,
      named,
      `super(${written}, self) names another class than ${owner.definition.name}; write super().__init__()`,
    );
  }
  const value = object === undefined ? UNKNOWN : evaluate(run, scope, object);
  if (value !== self)
    return complain(run, call, "super needs self as its second argument; write super().__init__()");
  return { kind: "super", object: self, above };
}
