import type { SyntaxNode } from "@lezer/common";
import { readExpression, readExpressionList } from "./expressions.ts";
import { childrenOf, spanOf, splitAtCommas } from "./nodes.ts";
import type { Expression } from "./tree.ts";

/** `object.name` and `object[index]`. */
export function readMember(node: SyntaxNode, source: string): Expression | null {
  const [object, dot, name] = childrenOf(node);
  if (object === undefined || dot === undefined || name === undefined) return null;
  const value = readExpression(object, source);
  if (dot.name === ".") {
    const text = source.slice(name.from, name.to);
    return { kind: "attribute", object: value, name: text, nameAt: spanOf(name), ...spanOf(node) };
  }
  const inner = childrenOf(node).slice(2, -1);
  const groups = splitAtCommas(inner);
  return {
    kind: "subscript",
    object: value,
    indices: groups.map((group) => readIndex(group, source)),
    ...spanOf(node),
  };
}

function readIndex(group: readonly SyntaxNode[], source: string): Expression {
  const [first] = group;
  const last = group.at(-1);
  const span = { from: first?.from ?? 0, to: last?.to ?? 0 };
  if (!group.some(({ name }) => name === ":")) return readExpressionList(group, source);
  const parts: (Expression | null)[] = [null];
  for (const node of group) {
    if (node.name === ":") parts.push(null);
    else parts[parts.length - 1] = readExpression(node, source);
  }
  const [lower = null, upper = null, step = null] = parts;
  return { kind: "slice", lower, upper, step, ...span };
}
