import { bindSignature, type Passed, type PassedArgument } from "../interpreter/arguments.ts";
import { describeValue, nearest } from "../interpreter/describe.ts";
import { iterate } from "../interpreter/iterate.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { type Module, type Recipe, UNKNOWN, type Value } from "../interpreter/value.ts";
import { CONTAINERS, LAYERS } from "./names.ts";

/** `nn.Linear(64, 5)`: makes a layer; `name` is behind `nn.`. */
export function makeModule(run: Run, name: string, passed: Passed): Value {
  const call = `nn.${name}`;
  const entry = LAYERS.get(name);
  const given = [...passed.positional, ...passed.named.values()];
  if (given.some(({ value }) => value.kind === "unknown")) return UNKNOWN;
  if (entry === undefined && !CONTAINERS.has(name)) return complain(run, passed.at, unsupported(name));
  const tensor = given.find(({ value }) => value.kind === "tensor");
  if (tensor !== undefined)
    return complain(
      run,
      passed.at,
      `${call}(...) makes a layer and takes no tensor; make it in __init__ and call it, or write ${call}()(x)`,
    );
  if (entry === undefined) return makeContainer(run, name, passed);
  const bound = name === "Identity" ? new Map() : bindSignature(run, call, entry.signature, passed);
  const recipe = bound === null ? null : entry.make({ run, call, bound, at: passed.at });
  if (recipe === null) return UNKNOWN;
  if (run.phase === "forward") {
    const again = madeInForward(recipe, call);
    if (again !== null) return complain(run, passed.at, again);
  }
  return keep(run, call, recipe, passed);
}

function madeInForward(recipe: Recipe, call: string): string | null {
  if (recipe.kind !== "layer") return null;
  if ("in" in recipe.layer)
    return `${call} is made anew, with new weights, at every call of forward; make it in __init__ as self.name = ${call}(...)`;
  if (recipe.layer.kind === "dropout")
    return `${call} made in forward drops when the model is scored too; make it in __init__`;
  return null;
}

function makeContainer(run: Run, name: string, passed: Passed): Value {
  const [first] = passed.positional;
  if (name === "Sequential") {
    const list = first?.value.kind === "list" ? first : undefined;
    if (list !== undefined)
      return complain(
        run,
        list.at,
        "nn.Sequential takes its layers one by one; put a * before the list: nn.Sequential(*layers)",
      );
    const parts =
      first?.value.kind === "dict"
        ? [...first.value.entries.values()]
        : passed.positional.map(({ value }) => value);
    return gather(
      run,
      "sequential",
      parts.map((value, i) => ({ value, at: passed.positional[i]?.at ?? passed.at })),
      passed,
    );
  }
  const items = first === undefined ? [] : iterate(run, first.value, first.at);
  if (items === null) return UNKNOWN;
  return gather(
    run,
    "moduleList",
    items.map((value) => ({ value, at: first?.at ?? passed.at })),
    passed,
  );
}

function gather(
  run: Run,
  kind: "sequential" | "moduleList",
  values: readonly PassedArgument[],
  passed: Passed,
): Value {
  const call = kind === "sequential" ? "nn.Sequential" : "nn.ModuleList";
  const parts: Module[] = [];
  for (const { value, at } of values) {
    if (value.kind === "unknown") return UNKNOWN;
    if (value.kind !== "module") {
      const advice = value.kind === "library" ? "; add () to make the layer" : "";
      return complain(run, at, `${call} takes layers, got ${describeValue(value)}${advice}`);
    }
    parts.push(value);
  }
  return keep(run, call, { kind, parts }, passed);
}

function keep(run: Run, name: string, recipe: Recipe, { at }: Passed): Module {
  const module: Module = { kind: "module", name, at, recipe };
  run.modules.push(module);
  return module;
}

function unsupported(name: string): string {
  const known = [...LAYERS.keys(), ...CONTAINERS].filter(
    (layer) => layer !== "UpsamplingNearest2d" && layer !== "Identity",
  );
  const near = nearest(name, known);
  if (near !== null && near.toLowerCase() === name.toLowerCase())
    return `nn.${name} is not in PyTorch; did you mean nn.${near}?`;
  return `nn.${name} is not supported; supported are ${known.map((layer) => `nn.${layer}`).join(", ")}`;
}
