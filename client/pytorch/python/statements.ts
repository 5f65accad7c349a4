import type { SyntaxNode } from "@lezer/common";
import { readArguments, readExpression, readExpressionList } from "./expressions.ts";
import { childrenOf, spanOf, splitAtCommas } from "./nodes.ts";
import type { Expression, ImportedName, Parameter, Statement } from "./tree.ts";

/** Reads the statements of a block or a file, from a tree without error nodes. */
export function readStatements(nodes: readonly SyntaxNode[], source: string): readonly Statement[] {
  return nodes.flatMap((node) => {
    if (IGNORED.has(node.name)) return [];
    // `a = 1; b = 2`
    if (node.name === "StatementGroup") return readStatements(childrenOf(node), source);
    return [readStatement(node, source, [])];
  });
}

const IGNORED: ReadonlySet<string> = new Set([":", ";", "ScopeStatement"]);

function readStatement(node: SyntaxNode, source: string, decorators: readonly string[]): Statement {
  const span = spanOf(node);
  const children = childrenOf(node);
  const textOf = ({ from, to }: { from: number; to: number }) => source.slice(from, to);
  const unsupported: Statement = {
    kind: "unsupported",
    what: textOf(children[0] ?? node)
      .split(/\s/, 1)
      .join(),
    ...span,
  };
  switch (node.name) {
    case "ClassDefinition": {
      const name = children.find((child) => child.name === "VariableName");
      const list = children.find((child) => child.name === "ArgList");
      if (name === undefined) return unsupported;
      const bases = list === undefined ? [] : readArguments(list, source).map(({ value }) => value);
      return {
        kind: "class",
        name: textOf(name),
        nameAt: spanOf(name),
        bases,
        body: bodyOf(node, source),
        ...span,
      };
    }
    case "FunctionDefinition": {
      const name = children.find((child) => child.name === "VariableName");
      const list = children.find((child) => child.name === "ParamList");
      if (name === undefined || list === undefined) return unsupported;
      const parameters = readParameters(list, source);
      const body = bodyOf(node, source);
      return {
        kind: "function",
        name: textOf(name),
        nameAt: spanOf(name),
        parameters,
        body,
        decorators,
        ...span,
      };
    }
    case "DecoratedStatement": {
      const inner = children.at(-1);
      const names = children.filter(({ name }) => name === "Decorator").map((d) => textOf(d).slice(1).trim());
      return inner === undefined ? unsupported : readStatement(inner, source, names);
    }
    case "ImportStatement":
      return { kind: "import", names: readImport(children, source), ...span };
    case "AssignStatement":
      return readAssignment(children, source, span) ?? unsupported;
    case "UpdateStatement": {
      const [target, operator, ...values] = children;
      if (target === undefined || operator === undefined) return unsupported;
      return {
        kind: "update",
        target: readExpression(target, source),
        operator: textOf(operator).slice(0, -1),
        value: readExpressionList(values, source),
        ...span,
      };
    }
    case "ReturnStatement": {
      const values = children.slice(1);
      return {
        kind: "return",
        value: values.length === 0 ? null : readExpressionList(values, source),
        ...span,
      };
    }
    case "ExpressionStatement":
      return { kind: "expression", value: readExpressionList(children, source), ...span };
    case "IfStatement":
      return { kind: "if", branches: readBranches(children, source), ...span };
    case "ForStatement": {
      const at = children.findIndex(({ name }) => name === "in");
      const end = children.findIndex(({ name }) => name === "Body");
      const first = children.findIndex(({ name }) => name === "for");
      if (at < 0 || end < 0 || children.length > end + 1) return unsupported;
      const target = readExpressionList(children.slice(first + 1, at), source);
      const iterable = readExpressionList(children.slice(at + 1, end), source);
      return { kind: "for", target, iterable, body: bodyOf(node, source), ...span };
    }
    case "WhileStatement": {
      const [, test] = children;
      if (test === undefined || children.length > 3) return unsupported;
      return { kind: "while", test: readExpression(test, source), body: bodyOf(node, source), ...span };
    }
    case "AssertStatement": {
      const [, test] = children;
      return test === undefined
        ? unsupported
        : { kind: "assert", test: readExpression(test, source), ...span };
    }
    case "PassStatement":
      return { kind: "pass", ...span };
    case "BreakStatement":
      return { kind: "break", ...span };
    case "ContinueStatement":
      return { kind: "continue", ...span };
    case "RaiseStatement":
      return { kind: "raise", ...span };
    default:
      return unsupported;
  }
}

function bodyOf(node: SyntaxNode, source: string): readonly Statement[] {
  const body = childrenOf(node).find(({ name }) => name === "Body");
  return body === undefined ? [] : readStatements(childrenOf(body), source);
}

function readAssignment(
  children: readonly SyntaxNode[],
  source: string,
  span: { from: number; to: number },
): Statement | null {
  const groups: SyntaxNode[][] = [[]];
  for (const child of children) {
    if (child.name === "AssignOp") groups.push([]);
    else if (child.name !== "TypeDef") groups.at(-1)?.push(child);
  }
  const lists = groups.map((group) => readExpressionList(group, source));
  const value = lists.at(-1);
  if (value === undefined) return null;
  // `x: int` alone declares and does nothing.
  if (lists.length === 1) return { kind: "pass", ...span };
  return { kind: "assign", targets: lists.slice(0, -1), value, ...span };
}

function readBranches(children: readonly SyntaxNode[], source: string) {
  const branches: { test: Expression | null; body: readonly Statement[] }[] = [];
  let test: Expression | null = null;
  for (const child of children) {
    if (child.name === "Body") {
      branches.push({ test, body: readStatements(childrenOf(child), source) });
      test = null;
    } else if (!["if", "elif", "else"].includes(child.name)) test = readExpression(child, source);
  }
  return branches;
}

function readParameters(list: SyntaxNode, source: string): readonly Parameter[] {
  const children = childrenOf(list).filter(({ name }) => name !== "(" && name !== ")" && name !== "TypeDef");
  return splitAtCommas(children).flatMap((group): Parameter[] => {
    const stars = group[0]?.name === "*" ? 1 : group[0]?.name === "**" ? 2 : 0;
    const name = group.find((node) => node.name === "VariableName");
    const last = group.at(-1);
    // A bare * or / only says how arguments may be passed.
    if (name === undefined || last === undefined) return [];
    const fallback = group.some((node) => node.name === "AssignOp") ? readExpression(last, source) : null;
    return [{ name: source.slice(name.from, name.to), stars, fallback, from: name.from, to: last.to }];
  });
}

function readImport(children: readonly SyntaxNode[], source: string): readonly ImportedName[] {
  const from = children[0]?.name === "from";
  const at = children.findIndex(({ name }) => name === "import");
  const dotted = (nodes: readonly SyntaxNode[]) => nodes.map((n) => source.slice(n.from, n.to)).join("");
  const module = from ? dotted(children.slice(1, at)) : "";
  const listed = children.slice(at + 1).filter(({ name }) => name !== "(" && name !== ")");
  return splitAtCommas(listed).map((group): ImportedName => {
    const as = group.findIndex(({ name }) => name === "as");
    const path = dotted(as < 0 ? group : group.slice(0, as));
    const alias = as < 0 ? null : dotted(group.slice(as + 1));
    if (!from) {
      // `import torch.nn` makes the name torch.
      const top = path.split(".", 1).join();
      return alias === null ? { name: top, path: top } : { name: alias, path };
    }
    return path === "*" ? { name: null, path: module } : { name: alias ?? path, path: `${module}.${path}` };
  });
}
