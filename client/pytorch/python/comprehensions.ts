import type { SyntaxNode } from "@lezer/common";
import type { Span } from "../complaint.ts";
import { readExpression, readExpressionList } from "./expressions.ts";
import { childrenOf, spanOf } from "./nodes.ts";
import type { Clause, Expression } from "./tree.ts";

/** A list comprehension or a generator, with its brackets. */
export function readComprehension(node: SyntaxNode, source: string): Expression | null {
  const inner = childrenOf(node).slice(1, -1);
  return inner.some(({ name }) => name === "async") ? null : readClauses(inner, source, spanOf(node));
}

/** `element for target in iterable if condition ...`, without its brackets. */
export function readClauses(nodes: readonly SyntaxNode[], source: string, span: Span): Expression {
  const [element, ...rest] = nodes;
  const starts = rest.flatMap(({ name }, i) => (name === "for" ? [i] : []));
  const clauses = starts.flatMap((start, i): Clause[] => {
    const part = rest.slice(start + 1, starts[i + 1]);
    const at = part.findIndex(({ name }) => name === "in");
    const [iterable, ...conditions] = part.slice(at + 1).filter(({ name }) => name !== "if");
    if (at < 1 || iterable === undefined) return [];
    return [
      {
        target: readExpressionList(part.slice(0, at), source),
        iterable: readExpression(iterable, source),
        conditions: conditions.map((condition) => readExpression(condition, source)),
      },
    ];
  });
  if (element === undefined || clauses.length !== starts.length)
    return { kind: "unsupported", what: "this comprehension", ...span };
  return { kind: "comprehension", element: readExpression(element, source), clauses, ...span };
}
