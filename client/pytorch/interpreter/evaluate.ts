import type { Span } from "../complaint.ts";
import type { Clause, Expression } from "../python/tree.ts";
import { assignTo } from "./assign.ts";
import { readAttribute } from "./attributes.ts";
import { callExpression } from "./calls.ts";
import { describeValue } from "./describe.ts";
import { iterate } from "./iterate.ts";
import { binaryOperation, negate } from "./operators.ts";
import { complain, deeper, loseWay, mayGoOn, type Run } from "./run.ts";
import { readName, type Scope } from "./scope.ts";
import { readSubscript } from "./subscript.ts";
import { truth } from "./truth.ts";
import { bool, float, int, NONE, UNKNOWN, type Value } from "./value.ts";

/** What an expression is worth in this scope; `unknown` after a complaint. */
export function evaluate(run: Run, scope: Scope, expression: Expression): Value {
  if (!mayGoOn(run, expression)) return UNKNOWN;
  return deeper(run, expression, UNKNOWN, () => evaluateNow(run, scope, expression));
}

function evaluateNow(run: Run, scope: Scope, expression: Expression): Value {
  switch (expression.kind) {
    case "name":
      return readName(run, scope, expression.name, expression);
    case "number":
      return expression.isFloat ? float(expression.value) : int(expression.value);
    case "string":
      return { kind: "string", text: expression.text };
    case "constant":
      return expression.value === null ? NONE : bool(expression.value);
    case "ellipsis":
      return { kind: "ellipsis" };
    case "attribute":
      return readAttribute(run, evaluate(run, scope, expression.object), expression.name, {
        from: expression.from,
        to: expression.nameAt.to,
      });
    case "subscript": {
      const object = evaluate(run, scope, expression.object);
      const indices = expression.indices.map((index) => evaluate(run, scope, index));
      return readSubscript(run, object, indices, expression);
    }
    case "slice": {
      const bound = (part: Expression | null) => (part === null ? NONE : evaluate(run, scope, part));
      const [lower, upper, step] = [expression.lower, expression.upper, expression.step].map(bound);
      if (lower === undefined || upper === undefined || step === undefined) return UNKNOWN;
      return { kind: "slice", lower, upper, step };
    }
    case "call":
      return callExpression(run, scope, expression);
    case "binary":
      return evaluateBinary(run, scope, expression);
    case "unary": {
      const operand = evaluate(run, scope, expression.operand);
      if (expression.operator !== "not") return negate(run, expression.operator, operand, expression);
      const holds = decide(run, operand, expression);
      return holds === null ? UNKNOWN : bool(!holds);
    }
    case "conditional": {
      const holds = decide(run, evaluate(run, scope, expression.test), expression.test);
      if (holds === null) return UNKNOWN;
      return evaluate(run, scope, holds ? expression.value : expression.otherwise);
    }
    case "tuple":
    case "list":
      return { kind: expression.kind, items: evaluateItems(run, scope, expression.items) };
    case "dict": {
      const entries = new Map<string, Value>();
      for (const [key, value] of expression.entries) {
        const name = evaluate(run, scope, key);
        entries.set(
          name.kind === "string" && name.text !== null ? name.text : describeValue(name),
          evaluate(run, scope, value),
        );
      }
      return { kind: "dict", entries };
    }
    case "comprehension": {
      const items: Value[] = [];
      // Its names are its own.
      const inner = { ...scope, names: new Map(scope.names) };
      const { element } = expression;
      const whole = followClauses(run, inner, expression.clauses, () =>
        items.push(evaluate(run, inner, element)),
      );
      return whole ? { kind: "list", items } : UNKNOWN;
    }
    case "starred":
      return complain(run, expression, "the reader does not follow * here; write the values one by one");
    case "unsupported":
      return complain(
        run,
        expression,
        `the reader does not follow ${expression.what}; write it in plain steps`,
      );
    default:
      return expression satisfies never;
  }
}

/** Whether a condition holds; null, after a complaint, where that is not known before training. */
export function decide(run: Run, value: Value, at: Span): boolean | null {
  if (value.kind === "unknown") {
    loseWay(run);
    return null;
  }
  const holds = truth(value);
  if (holds !== null) return holds;
  const what = value.kind === "training" ? "self.training" : describeValue(value);
  complain(
    run,
    at,
    `this condition depends on ${what}; a model is one chain of layers, so leave the condition out`,
  );
  loseWay(run);
  return null;
}

function evaluateItems(run: Run, scope: Scope, items: readonly Expression[]): Value[] {
  return items.flatMap((item) => {
    if (item.kind !== "starred") return [evaluate(run, scope, item)];
    return [...(iterate(run, evaluate(run, scope, item.value), item) ?? [UNKNOWN])];
  });
}

function evaluateBinary(run: Run, scope: Scope, expression: Extract<Expression, { kind: "binary" }>): Value {
  const { operator } = expression;
  const left = evaluate(run, scope, expression.left);
  if (operator === "and" || operator === "or") {
    const holds = decide(run, left, expression.left);
    if (holds === null) return UNKNOWN;
    return holds === (operator === "or") ? left : evaluate(run, scope, expression.right);
  }
  return binaryOperation(run, operator, left, evaluate(run, scope, expression.right), expression);
}

function followClauses(run: Run, scope: Scope, clauses: readonly Clause[], visit: () => void): boolean {
  const [clause, ...others] = clauses;
  if (clause === undefined) {
    visit();
    return true;
  }
  const items = iterate(run, evaluate(run, scope, clause.iterable), clause.iterable);
  if (items === null) return false;
  for (const item of items) {
    if (!mayGoOn(run, clause.iterable)) return false;
    assignTo(run, scope, clause.target, item);
    const holds = clause.conditions.map((condition) =>
      decide(run, evaluate(run, scope, condition), condition),
    );
    if (holds.includes(null)) return false;
    if (holds.every((one) => one === true) && !followClauses(run, scope, others, visit)) return false;
  }
  return true;
}
