import { MAX_TURNS } from "../limits.ts";
import type { Statement } from "../python/tree.ts";
import { assignTo } from "./assign.ts";
import { describeValue } from "./describe.ts";
import { decide, evaluate } from "./evaluate.ts";
import { iterate } from "./iterate.ts";
import { binaryOperation } from "./operators.ts";
import { quietly } from "./quietly.ts";
import { complain, deeper, loseWay, mayGoOn, type Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import { truth } from "./truth.ts";
import { NONE, UNKNOWN, type Value } from "./value.ts";

/** How a block ended. */
export type End =
  | { readonly kind: "next" | "break" | "continue" }
  | { readonly kind: "return"; readonly value: Value };

const NEXT: End = { kind: "next" };
const LOST: End = { kind: "return", value: UNKNOWN };

export function executeBlock(run: Run, scope: Scope, statements: readonly Statement[]): End {
  for (const statement of statements) {
    if (!mayGoOn(run, statement)) return LOST;
    const end = deeper<End>(run, statement, LOST, () => execute(run, scope, statement));
    if (end.kind !== "next") return end;
    if (run.isLost) return LOST;
  }
  return NEXT;
}

function execute(run: Run, scope: Scope, statement: Statement): End {
  switch (statement.kind) {
    case "assign": {
      const value = evaluate(run, scope, statement.value);
      for (const target of statement.targets) assignTo(run, scope, target, value);
      return NEXT;
    }
    case "update": {
      const before = evaluate(run, scope, statement.target);
      const value = binaryOperation(
        run,
        statement.operator,
        before,
        evaluate(run, scope, statement.value),
        statement,
      );
      assignTo(run, scope, statement.target, value);
      return NEXT;
    }
    case "return": {
      const value = statement.value === null ? NONE : evaluate(run, scope, statement.value);
      run.returnedAt = statement.value ?? statement;
      return { kind: "return", value };
    }
    case "expression":
      checkKept(run, evaluate(run, scope, statement.value), statement);
      return NEXT;
    case "if":
      for (const { test, body } of statement.branches) {
        const holds = test === null ? true : decide(run, evaluate(run, scope, test), test);
        if (holds === null) return LOST;
        if (holds) return executeBlock(run, scope, body);
      }
      return NEXT;
    case "for":
      return executeFor(run, scope, statement);
    case "while":
      return executeWhile(run, scope, statement);
    case "assert": {
      const holds = truth(quietly(run, () => evaluate(run, scope, statement.test)));
      if (holds === false)
        complain(run, statement.test, "this assert fails with the values that the class is read with");
      return NEXT;
    }
    case "raise":
      complain(run, statement, "the class stops here with an error; check the conditions above");
      return LOST;
    case "break":
    case "continue":
      return { kind: statement.kind };
    case "pass":
    case "import":
      return NEXT;
    case "function":
      return nestedFunction(run, scope, statement);
    case "class":
      complain(
        run,
        statement.nameAt,
        "a class inside a function is not read; write it at the top of the file",
      );
      return NEXT;
    case "unsupported":
      complain(
        run,
        statement,
        `the reader does not follow ${statement.what} here; it follows assignments, calls, if, for, while, assert and return`,
      );
      return NEXT;
    default:
      return statement satisfies never;
  }
}

function executeFor(run: Run, scope: Scope, statement: Extract<Statement, { kind: "for" }>): End {
  const items = iterate(run, evaluate(run, scope, statement.iterable), statement.iterable);
  if (items === null) return LOST;
  for (const item of items) {
    assignTo(run, scope, statement.target, item);
    const end = executeBlock(run, scope, statement.body);
    if (end.kind === "return") return end;
    if (end.kind === "break") break;
  }
  return NEXT;
}

function executeWhile(run: Run, scope: Scope, statement: Extract<Statement, { kind: "while" }>): End {
  for (let turn = 0; ; turn++) {
    if (turn === MAX_TURNS) {
      complain(run, statement.test, `this loop did not end in ${MAX_TURNS} turns; write it as a for loop`);
      loseWay(run);
      return LOST;
    }
    const holds = decide(run, evaluate(run, scope, statement.test), statement.test);
    if (holds === null) return LOST;
    if (!holds) return NEXT;
    const end = executeBlock(run, scope, statement.body);
    if (end.kind === "return") return end;
    if (end.kind === "break") return NEXT;
  }
}

/** An expression that stands alone does nothing, unless it is called for its effect. */
function checkKept(run: Run, value: Value, { from, to, value: expression }: Alone): void {
  const at = { from, to };
  const text = oneLine(run.source.slice(from, to));
  if (
    expression.kind === "call" &&
    value.kind === "tensor" &&
    value.flow !== null &&
    !value.flow.step?.inPlace
  )
    complain(run, at, `the result of ${text} is not kept; write x = ${text}`);
  if (value.kind === "method" && value.self.kind === "super") value.self.object.isReady = true;
  if (value.kind === "method" || value.kind === "function")
    complain(run, at, `${text} is ${describeValue(value)}; add ()`);
}

type Alone = Extract<Statement, { kind: "expression" }>;

function oneLine(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 60)}...` : line;
}

function nestedFunction(run: Run, scope: Scope, statement: Extract<Statement, { kind: "function" }>): End {
  const { name, nameAt } = statement;
  if (scope.owner !== null && /^(forward|encode|decode|__\w+__)$/.test(name))
    complain(run, nameAt, `${name} is defined inside another method; indent its def as far as the def above`);
  else scope.names.set(name, { kind: "function", definition: statement, self: null, owner: null });
  return NEXT;
}
