import type { Span } from "../complaint.ts";
import { type Bound, wholeNumber } from "../interpreter/arguments.ts";
import { describeValue } from "../interpreter/describe.ts";
import { numberOf } from "../interpreter/operators.ts";
import { complain, type Run } from "../interpreter/run.ts";

/** What the makers of layers need to read one argument and to complain about it. */
export type Options = {
  readonly run: Run;
  /** As a student writes it: `nn.Linear`. */
  readonly call: string;
  readonly bound: Bound;
  readonly at: Span;
};

/** A size that PyTorch takes as one number or as one for each axis; the lab's layers are square. Null after a complaint. */
export function squareOption(
  { run, call, bound }: Options,
  name: string,
  { least, fallback }: { readonly least: number; readonly fallback: number },
): number | null {
  const argument = bound.get(name);
  if (argument === undefined || argument.value.kind === "none") return fallback;
  const { value, at } = argument;
  if (value.kind !== "tuple" && value.kind !== "list")
    return wholeNumber(run, `${call} needs a whole number as ${name}`, argument, least);
  const sizes = value.items.map((item) =>
    wholeNumber(run, `${call} needs whole numbers as ${name}`, { value: item, at }, least),
  );
  const [first = null] = sizes;
  if (sizes.includes(null)) return null;
  if (first !== null && sizes.every((size) => size === first) && sizes.length <= 2) return first;
  complain(
    run,
    at,
    `${call} needs one number as ${name}: the lab's layers are square, got (${sizes.join(", ")})`,
  );
  return null;
}

/** A number within [least, most); null after a complaint. */
export function numberOption(
  { run, call, bound }: Options,
  name: string,
  { least, below, fallback }: { readonly least: number; readonly below: number; readonly fallback: number },
): number | null {
  const argument = bound.get(name);
  if (argument === undefined) return fallback;
  const number = numberOf(argument.value);
  if (number !== null && number >= least && number < below) return number;
  if (argument.value.kind !== "unknown")
    complain(
      run,
      argument.at,
      `${call} needs ${name} from ${least} to less than ${below}, got ${describeValue(argument.value)}`,
    );
  return null;
}

/** Arguments that the lab's layers have not: each must be left at PyTorch's default. False after a complaint. */
export function onlyDefaults(
  { run, call, bound }: Options,
  defaults: Readonly<
    Record<string, { readonly value: number | boolean | string | null; readonly advice: string }>
  >,
): boolean {
  for (const [name, { value: expected, advice }] of Object.entries(defaults)) {
    const argument = bound.get(name);
    if (argument === undefined || argument.value.kind === "unknown") continue;
    const { value, at } = argument;
    const isDefault =
      isLiteral(value, expected) ||
      (value.kind === "tuple" && value.items.every((item) => isLiteral(item, expected)));
    if (isDefault) continue;
    complain(run, at, `${call} with ${name}=${describeValue(value)} is not in the lab: ${advice}`);
    return false;
  }
  return true;
}

function isLiteral(
  value: Parameters<typeof describeValue>[0],
  expected: number | boolean | string | null,
): boolean {
  if (expected === null) return value.kind === "none";
  if (typeof expected === "string") return value.kind === "string" && value.text === expected;
  return numberOf(value) === Number(expected);
}
