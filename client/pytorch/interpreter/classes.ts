import type { Expression, FunctionDefinition, Statement } from "../python/tree.ts";
import { evaluate } from "./evaluate.ts";
import { quietly } from "./quietly.ts";
import type { Run } from "./run.ts";
import { NO_SCOPE } from "./scope.ts";
import type { ClassValue, Value } from "./value.ts";

/** A class and the student's own classes that it is based on, nearest first; the library's path where the chain ends. */
export type Ancestry = { readonly classes: readonly ClassValue[]; readonly library: string | null };

const MAX_BASES = 10;

export function ancestryOf(run: Run, type: ClassValue): Ancestry {
  const classes: ClassValue[] = [];
  let current: ClassValue | null = type;
  while (current !== null && classes.length < MAX_BASES) {
    classes.push(current);
    const base = baseOf(run, current);
    if (base?.kind === "library") return { classes, library: base.path };
    current = base?.kind === "class" ? base : null;
  }
  return { classes, library: null };
}

function baseOf(run: Run, { definition }: ClassValue): Value | null {
  const [first] = definition.bases;
  return first === undefined ? null : quietly(run, () => evaluate(run, NO_SCOPE, first));
}

export function isModuleClass(run: Run, type: ClassValue): boolean {
  return ancestryOf(run, type).library === "torch.nn.Module";
}

/** A method and the class that defines it. */
export function findMethod(
  { classes }: Ancestry,
  name: string,
): { readonly definition: FunctionDefinition; readonly owner: ClassValue } | null {
  for (const owner of classes) {
    const definition = methodsOf(owner).find((method) => method.name === name);
    if (definition !== undefined) return { definition, owner };
  }
  return null;
}

/** The functions of a class, the last of a name winning, as in Python. */
export function methodsOf({ definition }: ClassValue): readonly FunctionDefinition[] {
  return definition.body.filter((statement) => statement.kind === "function").toReversed();
}

/** What `name = value` in the body of a class gives. */
export function findClassValue({ classes }: Ancestry, name: string): Expression | null {
  for (const { definition } of classes) {
    const assigned = definition.body.findLast((statement) => assigns(statement, name));
    if (assigned?.kind === "assign") return assigned.value;
  }
  return null;
}

function assigns(statement: Statement, name: string): boolean {
  return (
    statement.kind === "assign" &&
    statement.targets.some((target) => target.kind === "name" && target.name === name)
  );
}
