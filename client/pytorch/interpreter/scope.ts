import type { Span } from "../complaint.ts";
import { BUILTINS } from "./builtins.ts";
import { nearest } from "./describe.ts";
import { evaluate } from "./evaluate.ts";
import { importLine } from "./globals.ts";
import { quietly } from "./quietly.ts";
import { complain, type Run } from "./run.ts";
import type { ClassValue, FunctionValue, ObjectValue, Value } from "./value.ts";

/** The names of one function while it runs; `owner` is the class whose method it is. */
export type Scope = {
  readonly names: Map<string, Value>;
  readonly self: ObjectValue | null;
  readonly owner: ClassValue | null;
};

export const NO_SCOPE: Scope = { names: new Map(), self: null, owner: null };

/** The value of a name: of the function, of the file, of its imports, or one of Python's own. */
export function readName(run: Run, scope: Scope, name: string, at: Span): Value {
  return findName(run, scope, name) ?? complain(run, at, unknownName(run, scope, name, at));
}

function findName(run: Run, { names }: Scope, name: string): Value | null {
  const local = names.get(name);
  if (local !== undefined) return local;
  const { classes, functions, imports, constants, wildcards } = run.globals;
  const definition = classes.get(name);
  if (definition !== undefined) return { kind: "class", definition };
  const written = functions.get(name);
  if (written !== undefined) return functionValue(written);
  const path = imports.get(name);
  if (path !== undefined) return { kind: "library", path };
  const constant = constants.get(name);
  if (constant !== undefined) {
    const value = quietly(run, () => evaluate(run, NO_SCOPE, constant));
    return value.kind === "unknown" ? null : value;
  }
  if (BUILTINS.has(name)) return { kind: "library", path: `builtins.${name}` };
  const wildcard = wildcards.map((module) => `${module}.${name}`).find(run.library.knows);
  return wildcard === undefined ? null : { kind: "library", path: wildcard };
}

function functionValue(definition: FunctionValue["definition"]): Value {
  return { kind: "function", definition, self: null, owner: null };
}

function unknownName(run: Run, scope: Scope, name: string, at: Span): string {
  const line = importLine(name);
  if (line !== null) return `${name} is not imported; add ${line} at the top`;
  if (scope.self?.attributes.has(name)) return `${name} is not known here; write self.${name}`;
  if (run.globals.constants.has(name))
    return `the reader cannot work out ${name}; give it a plain number, or make it a parameter of __init__`;
  if (run.phase === "forward") {
    const hint = run.library.hintFor(run, scope, name, at);
    if (hint !== null) return `${name} is used before it is assigned; ${hint}`;
  }
  const near = nearest(name, [...scope.names.keys(), ...run.globals.classes.keys()]);
  if (near !== null) return `${name} is used before it is assigned; did you mean ${near}?`;
  return `${name} is used before it is assigned; assign it first, or make it a parameter`;
}
