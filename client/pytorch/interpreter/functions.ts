import type { Parameter } from "../python/tree.ts";
import type { Passed, PassedArgument } from "./arguments.ts";
import { evaluate } from "./evaluate.ts";
import { executeBlock } from "./execute.ts";
import { complain, deeper, type Run } from "./run.ts";
import { NO_SCOPE, type Scope } from "./scope.ts";
import { type FunctionValue, NONE, UNKNOWN, type Value } from "./value.ts";

/** Calls a function of the student's file and gives what it returns. */
export function callFunction(run: Run, fn: FunctionValue, passed: Passed): Value {
  const names = bindParameters(run, fn, passed);
  if (names === null) return UNKNOWN;
  const self = fn.self ?? findSelf(fn, names);
  const scope: Scope = { names, self, owner: fn.owner };
  return deeper<Value>(run, passed.at, UNKNOWN, () => {
    const end = executeBlock(run, scope, fn.definition.body);
    return end.kind === "return" ? end.value : NONE;
  });
}

/** `Base.__init__(self, ...)` hands self over as an argument. */
function findSelf({ definition, owner }: FunctionValue, names: ReadonlyMap<string, Value>) {
  const [first] = definition.parameters;
  const value = owner === null || first === undefined ? undefined : names.get(first.name);
  return value?.kind === "object" ? value : null;
}

function bindParameters(run: Run, fn: FunctionValue, passed: Passed): Map<string, Value> | null {
  const { definition } = fn;
  const isStatic = definition.decorators.includes("staticmethod");
  const self = isStatic ? null : fn.self;
  const names = new Map<string, Value>();
  const values: PassedArgument[] = [...passed.positional];
  if (self !== null) values.unshift({ value: self, at: passed.at });
  const plain = definition.parameters.filter(({ stars }) => stars === 0);
  if (self !== null && !takesSelf(run, fn, plain)) return null;
  const rest = values.slice(plain.length);
  const [extra] = rest;
  const gather = definition.parameters.find(({ stars }) => stars === 1);
  if (gather !== undefined) names.set(gather.name, { kind: "tuple", items: rest.map(({ value }) => value) });
  else if (extra !== undefined) {
    const takes = plain.slice(self === null ? 0 : 1).map(({ name }) => name);
    complain(
      run,
      extra.at,
      `${definition.name} takes ${takes.join(", ") || "no arguments"}; remove what is too much`,
    );
    return null;
  }
  for (const [i, argument] of values.slice(0, plain.length).entries())
    names.set(plain[i]?.name ?? "", argument.value);
  const others = new Map<string, Value>();
  for (const [word, argument] of passed.named) {
    if (names.has(word)) {
      complain(run, argument.at, `${definition.name} gets ${word} twice; remove one`);
      return null;
    }
    if (plain.some(({ name }) => name === word)) names.set(word, argument.value);
    else others.set(word, argument.value);
  }
  const gatherNamed = definition.parameters.find(({ stars }) => stars === 2);
  const [unknown] = others.keys();
  if (gatherNamed !== undefined) names.set(gatherNamed.name, { kind: "dict", entries: others });
  else if (unknown !== undefined) {
    const at = passed.named.get(unknown)?.at ?? passed.at;
    complain(run, at, `${definition.name} has no parameter ${unknown}`);
    return null;
  }
  return fillFallbacks(run, fn, plain, names, passed);
}

/** A method's first parameter must take the object. */
function takesSelf(run: Run, { definition }: FunctionValue, plain: readonly Parameter[]): boolean {
  const [first] = plain;
  const hasStars = definition.parameters.some(({ stars }) => stars === 1);
  if (first !== undefined && (first.name === "self" || !isPlainlyData(first))) return true;
  if (first === undefined && hasStars) return true;
  const others = definition.parameters.map(({ name }) => name).join(", ");
  const written = `def ${definition.name}(self${others === "" ? "" : `, ${others}`})`;
  complain(run, first ?? definition.nameAt, `self is missing as the first parameter; write ${written}`);
  return false;
}

/** A first parameter that is plainly meant for data; any other name may stand for self. */
function isPlainlyData({ name }: Parameter): boolean {
  return /^(x|input|inputs|idx|index|i|item|data|X|z|batch|images?|hidden_size|num_kernels|num_hidden_layers)$/.test(
    name,
  );
}

function fillFallbacks(
  run: Run,
  { definition }: FunctionValue,
  plain: readonly Parameter[],
  names: Map<string, Value>,
  passed: Passed,
): Map<string, Value> | null {
  const missing: string[] = [];
  for (const { name, fallback } of plain) {
    if (names.has(name)) continue;
    if (fallback === null) missing.push(name);
    else names.set(name, evaluate(run, NO_SCOPE, fallback));
  }
  if (missing.length === 0) return names;
  complain(run, passed.at, `${definition.name} also needs ${missing.join(" and ")}`);
  return null;
}
