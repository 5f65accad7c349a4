import type { Span } from "../complaint.ts";

/** The part of Python that the reader follows. Whatever else stands in a file becomes `unsupported`, and matters only when it is reached. */
export type Expression = Span &
  (
    | { readonly kind: "name"; readonly name: string }
    | { readonly kind: "number"; readonly value: number; readonly isFloat: boolean }
    /** Null: an f-string, whose text the reader does not make. */
    | { readonly kind: "string"; readonly text: string | null }
    | { readonly kind: "constant"; readonly value: boolean | null }
    | { readonly kind: "ellipsis" }
    | {
        readonly kind: "attribute";
        readonly object: Expression;
        readonly name: string;
        readonly nameAt: Span;
      }
    | { readonly kind: "subscript"; readonly object: Expression; readonly indices: readonly Expression[] }
    | {
        readonly kind: "slice";
        readonly lower: Expression | null;
        readonly upper: Expression | null;
        readonly step: Expression | null;
      }
    | { readonly kind: "call"; readonly callee: Expression; readonly args: readonly Argument[] }
    | {
        readonly kind: "binary";
        readonly operator: string;
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression }
    | {
        readonly kind: "conditional";
        readonly test: Expression;
        readonly value: Expression;
        readonly otherwise: Expression;
      }
    | { readonly kind: "tuple" | "list"; readonly items: readonly Expression[] }
    | { readonly kind: "dict"; readonly entries: readonly (readonly [Expression, Expression])[] }
    | {
        readonly kind: "comprehension";
        readonly element: Expression;
        readonly clauses: readonly Clause[];
      }
    | { readonly kind: "starred"; readonly value: Expression }
    | { readonly kind: "unsupported"; readonly what: string }
  );

/** `for target in iterable if condition` of a comprehension. */
export type Clause = {
  readonly target: Expression;
  readonly iterable: Expression;
  readonly conditions: readonly Expression[];
};

export type Argument = Span & {
  readonly name: string | null;
  readonly stars: 0 | 1 | 2;
  readonly value: Expression;
};

export type Parameter = Span & {
  readonly name: string;
  readonly stars: 0 | 1 | 2;
  readonly fallback: Expression | null;
};

export type FunctionDefinition = Span & {
  readonly kind: "function";
  readonly name: string;
  readonly nameAt: Span;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  readonly decorators: readonly string[];
};

export type ClassDefinition = Span & {
  readonly kind: "class";
  readonly name: string;
  readonly nameAt: Span;
  readonly bases: readonly Expression[];
  readonly body: readonly Statement[];
};

/** `name` is null for `from module import *`; `path` is the dotted path that the name stands for. */
export type ImportedName = { readonly name: string | null; readonly path: string };

export type Statement = Span &
  (
    | FunctionDefinition
    | ClassDefinition
    | { readonly kind: "import"; readonly names: readonly ImportedName[] }
    | { readonly kind: "assign"; readonly targets: readonly Expression[]; readonly value: Expression }
    | {
        readonly kind: "update";
        readonly target: Expression;
        readonly operator: string;
        readonly value: Expression;
      }
    | { readonly kind: "return"; readonly value: Expression | null }
    | { readonly kind: "expression"; readonly value: Expression }
    | {
        readonly kind: "if";
        readonly branches: readonly {
          readonly test: Expression | null;
          readonly body: readonly Statement[];
        }[];
      }
    | {
        readonly kind: "for";
        readonly target: Expression;
        readonly iterable: Expression;
        readonly body: readonly Statement[];
      }
    | { readonly kind: "while"; readonly test: Expression; readonly body: readonly Statement[] }
    | { readonly kind: "assert"; readonly test: Expression }
    | { readonly kind: "raise" | "pass" | "break" | "continue" }
    | { readonly kind: "unsupported"; readonly what: string }
  );
