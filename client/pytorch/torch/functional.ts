import { bindSignature, type Passed } from "../interpreter/arguments.ts";
import { describeValue, shortPath } from "../interpreter/describe.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { UNKNOWN, type Value } from "../interpreter/value.ts";
import { applyRecipe } from "./apply.ts";
import { FUNCTIONS } from "./names.ts";

/** `F.relu(x)` and its like: what the layer of that name does, without weights. */
export function callFunctionEntry(run: Run, path: string, passed: Passed): Value {
  const entry = FUNCTIONS.get(path);
  if (entry === undefined) return UNKNOWN;
  const call = shortPath(path);
  const bound = bindSignature(run, call, entry.signature, passed);
  const input = bound?.get("input");
  if (bound === null || input === undefined || input.value.kind === "unknown") return UNKNOWN;
  if (input.value.kind !== "tensor") {
    const advice = input.value.kind === "module" ? "; call that layer first, for example self.layer(x)" : "";
    return complain(run, input.at, `${call} takes a tensor, got ${describeValue(input.value)}${advice}`);
  }
  const recipe = entry.make({ run, call, bound, at: passed.at });
  if (recipe === null) return UNKNOWN;
  return applyRecipe(run, input.value, recipe, { module: null, at: passed.at });
}
