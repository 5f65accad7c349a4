import type { Span } from "../complaint.ts";
import { describeValue, nearest } from "./describe.ts";
import { complain, type Run } from "./run.ts";
import type { Value } from "./value.ts";

export type PassedArgument = { readonly value: Value; readonly at: Span };

/** The arguments of one call. */
export type Passed = {
  readonly positional: readonly PassedArgument[];
  readonly named: ReadonlyMap<string, PassedArgument>;
  readonly at: Span;
};

export type Bound = ReadonlyMap<string, PassedArgument>;

/**
 * Arguments by the names of a signature, as PyTorch has it: `in_features out_features bias?`, where ? marks what may be
 * left out. Null after a complaint.
 */
export function bindSignature(run: Run, name: string, signature: string, passed: Passed): Bound | null {
  const parameters = signature.split(" ").filter((word) => word !== "");
  const names = parameters.map((parameter) => parameter.replace("?", ""));
  const bound = new Map<string, PassedArgument>();
  const extra = passed.positional[names.length];
  if (extra !== undefined) {
    const most = names.length === 0 ? "no arguments" : `at most ${names.join(", ")}`;
    complain(run, extra.at, `${name} takes ${most}; remove ${describeValue(extra.value)}`);
    return null;
  }
  for (const [i, argument] of passed.positional.entries()) bound.set(names[i] ?? "", argument);
  for (const [word, argument] of passed.named) {
    if (!names.includes(word)) {
      const near = nearest(word, names);
      const advice = near === null ? `it takes ${names.join(", ") || "none"}` : `did you mean ${near}?`;
      complain(run, argument.at, `${name} has no argument ${word}; ${advice}`);
      return null;
    }
    if (bound.has(word)) {
      complain(run, argument.at, `${name} gets ${word} twice; remove one`);
      return null;
    }
    bound.set(word, argument);
  }
  const missing = parameters.filter((parameter) => !parameter.endsWith("?") && !bound.has(parameter));
  if (missing.length === 0) return bound;
  complain(run, passed.at, `${name} also needs ${missing.join(" and ")}`);
  return null;
}

/** A whole number of at least `least`; undefined where the argument is absent, null after a complaint. */
export function wholeArgument(
  run: Run,
  call: string,
  bound: Bound,
  name: string,
  least: number,
): number | undefined | null {
  const argument = bound.get(name);
  if (argument === undefined) return undefined;
  return wholeNumber(run, `${call} needs a whole number as ${name}`, argument, least);
}

/** `needs` begins the complaint: `nn.Linear needs a whole number as in_features`. */
export function wholeNumber(
  run: Run,
  needs: string,
  { value, at }: PassedArgument,
  least: number,
): number | null {
  if (value.kind === "unknown") return null;
  if (value.kind === "int" && value.value >= least) return value.value;
  const atLeast = value.kind === "int" ? ` of at least ${least}` : "";
  const advice =
    value.kind === "float"
      ? "; divide with // to keep it whole"
      : value.kind === "count"
        ? "; the number of examples is no size of a layer"
        : "";
  complain(run, at, `${needs}${atLeast}, got ${describeValue(value)}${advice}`);
  return null;
}

/** Whether an argument is True; null after a complaint. */
export function flagArgument(run: Run, call: string, bound: Bound, name: string): boolean | null {
  const argument = bound.get(name);
  if (argument === undefined) return false;
  const { value, at } = argument;
  if (value.kind === "bool") return value.value;
  if (value.kind === "int") return value.value !== 0;
  if (value.kind !== "unknown")
    complain(run, at, `${call} needs True or False as ${name}, got ${describeValue(value)}`);
  return null;
}
