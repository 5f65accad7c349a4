import type { SyntaxNode } from "@lezer/common";
import { readExpression } from "./expressions.ts";
import { childrenOf, spanOf } from "./nodes.ts";
import type { Expression } from "./tree.ts";

/** `left operator right`; a chain such as 1 < x < 3 is not followed. */
export function readBinary(node: SyntaxNode, source: string): Expression | null {
  const children = childrenOf(node);
  const [left] = children;
  const right = children.at(-1);
  if (left === undefined || right === undefined || children.length < 3) return null;
  // `is not` and `not in` are two children.
  const operator = children
    .slice(1, -1)
    .map(({ from, to }) => source.slice(from, to))
    .join(" ");
  if (isComparison(operator) && left.name === "BinaryExpression") {
    const inner = childrenOf(left)
      .slice(1, -1)
      .map(({ from, to }) => source.slice(from, to))
      .join(" ");
    if (isComparison(inner)) return { kind: "unsupported", what: "a chain of comparisons", ...spanOf(node) };
  }
  const [a, b] = [readExpression(left, source), readExpression(right, source)];
  return { kind: "binary", operator, left: a, right: b, ...spanOf(node) };
}

function isComparison(operator: string): boolean {
  return /^([<>]=?|[=!]=|is|is not|in|not in)$/.test(operator);
}
