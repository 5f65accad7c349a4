import type { Span } from "../complaint.ts";
import { MAX_TURNS } from "../limits.ts";
import { describeValue } from "./describe.ts";
import { sameDim } from "./dims.ts";
import { complain, deeper, mayGoOn, type Run } from "./run.ts";
import { bool, dimValue, float, int, UNKNOWN, type Value } from "./value.ts";

/** `left operator right` for the values that the reader knows. */
export function binaryOperation(run: Run, operator: string, left: Value, right: Value, at: Span): Value {
  if (left.kind === "unknown" || right.kind === "unknown") return UNKNOWN;
  if (/^(==|!=|is|is not)$/.test(operator)) {
    const same = isSame(run, left, right, at);
    if (same === null)
      return complain(
        run,
        at,
        `the reader cannot compare ${describeValue(left)} with ${describeValue(right)}`,
      );
    return bool(same === (operator === "==" || operator === "is"));
  }
  if (operator === "in" || operator === "not in") {
    const found = isAmong(run, left, right, at);
    return found === null ? unsupported(run, operator, left, right, at) : bool(found === (operator === "in"));
  }
  if (left.kind === "tensor" || right.kind === "tensor")
    return run.library.operate(run, operator, left, right, at);
  const [a, b] = [numberOf(left), numberOf(right)];
  if (a !== null && b !== null) {
    const isFloat = left.kind === "float" || right.kind === "float";
    return numbers(run, operator, [a, b], isFloat, at) ?? unsupported(run, operator, left, right, at);
  }
  if (left.kind === "index" && b !== null && (operator === "+" || operator === "-"))
    return { kind: "index", offset: left.offset + (operator === "+" ? b : -b) };
  return (
    countOperation(operator, left, right) ??
    sequenceOperation(run, operator, left, right, at) ??
    unsupported(run, operator, left, right, at)
  );
}

/** `-x`, `+x`, `~x`. */
export function negate(run: Run, operator: string, value: Value, at: Span): Value {
  if (value.kind === "unknown") return UNKNOWN;
  const number = numberOf(value);
  if (number !== null && operator === "-") return value.kind === "float" ? float(-number) : int(-number);
  if (number !== null && operator === "+") return value;
  if (value.kind === "tensor") return run.library.operate(run, operator, int(0), value, at);
  return complain(run, at, `the reader does not follow ${operator} before ${describeValue(value)}`);
}

/** A number or a truth value as a number; null for anything else. */
export function numberOf(value: Value): number | null {
  if (value.kind === "int" || value.kind === "float") return value.value;
  return value.kind === "bool" ? Number(value.value) : null;
}

function numbers(
  run: Run,
  operator: string,
  [a, b]: readonly [number, number],
  isFloat: boolean,
  at: Span,
): Value | null {
  if ((operator === "/" || operator === "//" || operator === "%") && b === 0)
    return complain(run, at, "this divides by zero");
  switch (operator) {
    case "+":
      return number(run, a + b, isFloat, at);
    case "-":
      return number(run, a - b, isFloat, at);
    case "*":
      return number(run, a * b, isFloat, at);
    case "/":
      return number(run, a / b, true, at);
    case "//":
      return number(run, Math.floor(a / b), isFloat, at);
    case "%":
      return number(run, a - b * Math.floor(a / b), isFloat, at);
    case "**":
      return number(run, a ** b, isFloat || b < 0, at);
    case "<":
      return bool(a < b);
    case ">":
      return bool(a > b);
    case "<=":
      return bool(a <= b);
    case ">=":
      return bool(a >= b);
    default:
      return null;
  }
}

function number(run: Run, value: number, isFloat: boolean, at: Span): Value {
  if (!Number.isFinite(value) || (!isFloat && !Number.isSafeInteger(value)))
    return complain(run, at, "this number is too large for the reader");
  return isFloat ? float(value) : int(value);
}

/** What can be done with N: times or divided by a whole number. */
function countOperation(operator: string, left: Value, right: Value): Value | null {
  if (left.kind === "count" && right.kind === "count" && operator === "//" && right.dim.size > 0)
    return left.dim.size % right.dim.size === 0 ? int(left.dim.size / right.dim.size) : null;
  if (left.kind === "int" && right.kind === "count" && operator === "*")
    return countOperation("*", right, left);
  if (left.kind !== "count" || right.kind !== "int") return null;
  const size =
    operator === "*"
      ? left.dim.size * right.value
      : operator === "//"
        ? left.dim.size / right.value
        : Number.NaN;
  return Number.isSafeInteger(size) && size > 0 ? dimValue({ size, perExample: true }) : null;
}

function sequenceOperation(run: Run, operator: string, left: Value, right: Value, at: Span): Value | null {
  if (operator === "+" && left.kind === "string" && right.kind === "string")
    return { kind: "string", text: null };
  if (operator === "%" && left.kind === "string") return { kind: "string", text: null };
  const isList = left.kind === "list" || left.kind === "tuple";
  if (operator === "+" && isList && left.kind === right.kind && "items" in right)
    return sequence(run, left.kind, [...left.items, ...right.items], at);
  if (operator === "*" && isList && right.kind === "int") {
    const count = Math.max(0, right.value);
    if (count * left.items.length > MAX_TURNS) return tooLong(run, at);
    return sequence(run, left.kind, Array.from({ length: count }, () => left.items).flat(), at);
  }
  return null;
}

function sequence(run: Run, kind: "list" | "tuple", items: Value[], at: Span): Value {
  return items.length > MAX_TURNS ? tooLong(run, at) : { kind, items };
}

function tooLong(run: Run, at: Span): Value {
  return complain(run, at, `this list is too long; the reader takes up to ${MAX_TURNS} items`);
}

/** Null where it is not known. */
function isSame(run: Run, a: Value, b: Value, at: Span): boolean | null {
  // Lists may hold each other.
  if (a === b) return true;
  if (!mayGoOn(run, at)) return null;
  return deeper<boolean | null>(run, at, null, () => compare(run, a, b, at));
}

function compare(run: Run, a: Value, b: Value, at: Span): boolean | null {
  const [x, y] = [numberOf(a), numberOf(b)];
  if (x !== null && y !== null) return x === y;
  if (a.kind === "none" || b.kind === "none") return a.kind === b.kind;
  if (a.kind === "string" && b.kind === "string")
    return a.text === null || b.text === null ? null : a.text === b.text;
  if (a.kind === "count" && b.kind === "count") return sameDim(a.dim, b.dim);
  if (a.kind === "library" && b.kind === "library") return a.path === b.path;
  if ((a.kind === "tuple" || a.kind === "list") && a.kind === b.kind) {
    if (a.items.length !== b.items.length) return false;
    const pairs = a.items.map((item, i) => isSame(run, item, b.items[i] ?? UNKNOWN, at));
    return pairs.includes(false) ? false : pairs.includes(null) ? null : true;
  }
  if ([a.kind, b.kind].some((kind) => ["count", "tensor", "index", "training"].includes(kind))) return null;
  return false;
}

function isAmong(run: Run, item: Value, container: Value, at: Span): boolean | null {
  if (container.kind === "dict")
    return item.kind === "string" && item.text !== null ? container.entries.has(item.text) : null;
  if (container.kind !== "list" && container.kind !== "tuple") return null;
  const found = container.items.map((other) => isSame(run, item, other, at));
  return found.includes(true) ? true : found.includes(null) ? null : false;
}

function unsupported(run: Run, operator: string, left: Value, right: Value, at: Span): Value {
  return complain(
    run,
    at,
    `the reader does not follow ${describeValue(left)} ${operator} ${describeValue(right)}`,
  );
}
