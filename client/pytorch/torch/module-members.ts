import type { Span } from "../complaint.ts";
import type { Passed } from "../interpreter/arguments.ts";
import { describeValue, nearest } from "../interpreter/describe.ts";
import { iterate } from "../interpreter/iterate.ts";
import { PASSES_ITSELF } from "../interpreter/methods.ts";
import { complain, type Run } from "../interpreter/run.ts";
import { int, type Module, NONE, UNKNOWN, type Value } from "../interpreter/value.ts";
import { MAX_TURNS } from "../limits.ts";
import { applyModule } from "./apply.ts";
import { modulesIn } from "./modules.ts";

/** `self.layer.name`: sizes, and methods of containers. */
export function readModuleAttribute(run: Run, module: Module, name: string, at: Span): Value {
  const { recipe } = module;
  if (recipe.kind === "layer" && "in" in recipe.layer) {
    if (name === "in_features" || name === "in_channels") return int(recipe.layer.in);
    if (name === "out_features" || name === "out_channels") return int(recipe.layer.out);
    if (name === "weight" || name === "bias")
      return complain(
        run,
        at,
        `the reader does not follow ${name} of a layer; the lab draws PyTorch's own first weights and trains each layer's apart`,
      );
  }
  if (METHODS.includes(name)) return { kind: "method", self: module, name };
  const near = nearest(name, METHODS);
  return complain(
    run,
    at,
    `${module.name} has no ${name} here${near === null ? "" : `; did you mean ${near}?`}`,
  );
}

const METHODS = [
  "append",
  "extend",
  "insert",
  "add_module",
  "forward",
  "to",
  "train",
  "eval",
  "float",
  "apply",
];

/** Calls a method of a layer or of a container of layers. */
export function callModuleMethod(run: Run, module: Module, name: string, passed: Passed): Value {
  const { recipe } = module;
  if (name === "forward") return applyModule(run, module, passed);
  if (PASSES_ITSELF.has(name)) return module;
  if (recipe.kind !== "moduleList" && recipe.kind !== "sequential")
    return complain(run, passed.at, `the reader does not follow .${name} of ${module.name}`);
  const [first, second] = passed.positional.map(({ value }) => value);
  if (name === "append" && first !== undefined) return addParts(run, module, recipe.parts, [first], passed);
  if (name === "add_module" && second !== undefined)
    return addParts(run, module, recipe.parts, [second], passed);
  if (name === "extend" && first !== undefined)
    return addParts(run, module, recipe.parts, iterate(run, first, passed.at) ?? [], passed);
  return complain(
    run,
    passed.at,
    `the reader does not follow .${name} of ${module.name} with these arguments`,
  );
}

function addParts(run: Run, module: Module, parts: Module[], more: readonly Value[], { at }: Passed): Value {
  for (const part of more) {
    if (part.kind === "unknown") return UNKNOWN;
    if (part.kind === "module" && modulesIn([part]).includes(module))
      return complain(run, at, `this ${module.name} would hold itself`);
    if (part.kind !== "module")
      return complain(run, at, `${module.name} takes layers, got ${describeValue(part)}`);
    if (parts.length >= MAX_TURNS) return complain(run, at, `${module.name} grows too long for the reader`);
    parts.push(part);
  }
  return NONE;
}
