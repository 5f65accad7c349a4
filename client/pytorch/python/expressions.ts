import type { SyntaxNode } from "@lezer/common";
import { readBinary } from "./binary.ts";
import { readClauses, readComprehension } from "./comprehensions.ts";
import { readNumber, readString } from "./literals.ts";
import { readMember } from "./members.ts";
import { childrenOf, spanOf, splitAtCommas } from "./nodes.ts";
import type { Argument, Expression } from "./tree.ts";

/** Reads an expression of a tree without error nodes. */
export function readExpression(node: SyntaxNode, source: string): Expression {
  const span = spanOf(node);
  const text = source.slice(node.from, node.to);
  const children = childrenOf(node);
  const read = (child: SyntaxNode) => readExpression(child, source);
  const unsupported: Expression = { kind: "unsupported", what: WORDS[node.name] ?? "this form", ...span };
  switch (node.name) {
    case "VariableName":
    case "self":
      return { kind: "name", name: text, ...span };
    case "Number": {
      const number = readNumber(text);
      return number === null ? unsupported : { kind: "number", ...number, ...span };
    }
    case "String":
      return { kind: "string", text: readString(text), ...span };
    case "ContinuedString":
      return { kind: "string", text: joinStrings(children, source), ...span };
    case "FormatString":
      return { kind: "string", text: null, ...span };
    case "Boolean":
      return { kind: "constant", value: text === "True", ...span };
    case "None":
      return { kind: "constant", value: null, ...span };
    case "Ellipsis":
      return { kind: "ellipsis", ...span };
    case "ParenthesizedExpression": {
      const [, inner] = children;
      return inner === undefined ? unsupported : read(inner);
    }
    case "TupleExpression":
      return { kind: "tuple", items: readItems(children.slice(1, -1), source), ...span };
    case "ArrayExpression":
      return { kind: "list", items: readItems(children.slice(1, -1), source), ...span };
    case "DictionaryExpression":
      return readDict(node, source) ?? unsupported;
    case "ArrayComprehensionExpression":
    case "ComprehensionExpression":
      return readComprehension(node, source) ?? unsupported;
    case "MemberExpression":
      return readMember(node, source) ?? unsupported;
    case "CallExpression": {
      const [callee, list] = children;
      if (callee === undefined || list === undefined) return unsupported;
      return { kind: "call", callee: read(callee), args: readArguments(list, source), ...span };
    }
    case "UnaryExpression": {
      const [operator, operand] = children;
      if (operator === undefined || operand === undefined) return unsupported;
      return {
        kind: "unary",
        operator: source.slice(operator.from, operator.to),
        operand: read(operand),
        ...span,
      };
    }
    case "BinaryExpression":
      return readBinary(node, source) ?? unsupported;
    case "ConditionalExpression": {
      const [then, , test, , otherwise] = children;
      if (then === undefined || test === undefined || otherwise === undefined) return unsupported;
      return {
        kind: "conditional",
        test: read(test),
        value: read(then),
        otherwise: read(otherwise),
        ...span,
      };
    }
    default:
      return unsupported;
  }
}

/** `a, b` without brackets is a tuple; one expression alone is itself. */
export function readExpressionList(nodes: readonly SyntaxNode[], source: string): Expression {
  const [first, ...others] = nodes;
  const last = nodes.at(-1);
  if (first === undefined || last === undefined)
    return { kind: "unsupported", what: "an empty expression", from: 0, to: 0 };
  if (others.length === 0) return readExpression(first, source);
  const items = readItems(nodes, source);
  const [only] = items;
  if (items.length === 1 && only !== undefined && last.name !== ",") return only;
  return { kind: "tuple", items, from: first.from, to: last.to };
}

/** The arguments of a call, from its ArgList. */
export function readArguments(list: SyntaxNode, source: string): readonly Argument[] {
  const inner = childrenOf(list).slice(1, -1);
  if (inner.some(({ name }) => name === "for")) {
    const value = readClauses(inner, source, spanOf(list));
    return [{ name: null, stars: 0, value, ...spanOf(list) }];
  }
  return splitAtCommas(inner).flatMap((group): Argument[] => {
    const [first, second] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const span = { from: first.from, to: last.to };
    const value = readExpression(last, source);
    if (first.name === "*" || first.name === "**")
      return [{ name: null, stars: first.name === "*" ? 1 : 2, value, ...span }];
    if (second?.name === "AssignOp")
      return [{ name: source.slice(first.from, first.to), stars: 0, value, ...span }];
    return [{ name: null, stars: 0, value, ...span }];
  });
}

function readItems(nodes: readonly SyntaxNode[], source: string): readonly Expression[] {
  return splitAtCommas(nodes).flatMap((group): Expression[] => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const value = readExpression(last, source);
    return [first.name === "*" ? { kind: "starred", value, from: first.from, to: last.to } : value];
  });
}

function readDict(node: SyntaxNode, source: string): Expression | null {
  const entries: [Expression, Expression][] = [];
  for (const group of splitAtCommas(childrenOf(node).slice(1, -1))) {
    const [key, colon, value] = group;
    if (key === undefined || value === undefined || colon?.name !== ":") return null;
    entries.push([readExpression(key, source), readExpression(value, source)]);
  }
  return { kind: "dict", entries, ...spanOf(node) };
}

function joinStrings(children: readonly SyntaxNode[], source: string): string | null {
  if (children.some(({ name }) => name !== "String")) return null;
  return children.map(({ from, to }) => readString(source.slice(from, to))).join("");
}

const WORDS: Readonly<Record<string, string>> = {
  LambdaExpression: "a lambda",
  SetExpression: "a set",
  SetComprehensionExpression: "a set",
  DictionaryComprehensionExpression: "a dictionary comprehension",
  NamedExpression: "the operator :=",
  YieldExpression: "yield",
  AwaitExpression: "await",
  Number: "a complex number",
};
