import type { Layer } from "../../../shared/spec/layers.ts";
import type { Span } from "../complaint.ts";
import type { ClassDefinition, FunctionDefinition } from "../python/tree.ts";
import type { Dim } from "./dims.ts";

/**
 * What an expression of the student's code is worth to the reader. Numbers, texts and lists are themselves; of a tensor it knows
 * the shape, the type and the layers that made it. `unknown` follows a complaint and swallows what is done with it, so
 * that one mistake is told once.
 */
export type Value =
  | { readonly kind: "unknown" }
  | { readonly kind: "int" | "float"; readonly value: number }
  | { readonly kind: "bool"; readonly value: boolean }
  | { readonly kind: "none" }
  | { readonly kind: "ellipsis" }
  /** Null: a text that the reader did not make, such as an f-string's. */
  | { readonly kind: "string"; readonly text: string | null }
  | Sequence
  | { readonly kind: "dict"; readonly entries: Map<string, Value> }
  | { readonly kind: "slice"; readonly lower: Value; readonly upper: Value; readonly step: Value }
  | { readonly kind: "range"; readonly start: number; readonly stop: number; readonly step: number }
  /** A number that grows with the number of examples: N, or N times something. */
  | { readonly kind: "count"; readonly dim: Dim }
  /** The index that a Dataset is asked for, or a label: a whole number that is not known; `offset` is what was added to it. */
  | { readonly kind: "index"; readonly offset: number }
  /** `self.training`. */
  | { readonly kind: "training" }
  /** A name of a library, by its full path: `torch.nn.Linear`, `builtins.len`. */
  | { readonly kind: "library"; readonly path: string }
  | ClassValue
  | ObjectValue
  | { readonly kind: "super"; readonly object: ObjectValue; readonly above: ClassValue }
  | FunctionValue
  /** A method of a value that is not the student's own class. */
  | { readonly kind: "method"; readonly self: Value; readonly name: string }
  | Module
  | Tensor;

export type Sequence = { readonly kind: "tuple" | "list"; readonly items: Value[] };

export type ClassValue = { readonly kind: "class"; readonly definition: ClassDefinition };

export type FunctionValue = {
  readonly kind: "function";
  readonly definition: FunctionDefinition;
  readonly self: ObjectValue | null;
  readonly owner: ClassValue | null;
};

export type ObjectValue = {
  readonly kind: "object";
  readonly type: ClassValue;
  readonly attributes: Map<string, Value>;
  /** Whether nn.Module's own __init__ has run. */
  isReady: boolean;
};

/** A layer of torch.nn, or several of them. */
export type Module = {
  readonly kind: "module";
  /** As a student writes it: `nn.Linear`. */
  readonly name: string;
  readonly at: Span;
  readonly recipe: Recipe;
};

/** What a module does to a tensor. */
export type Recipe =
  | LayerRecipe
  | { readonly kind: "sequential"; readonly parts: Module[] }
  | { readonly kind: "moduleList"; readonly parts: Module[] };

export type LayerRecipe =
  | { readonly kind: "layer"; readonly layer: Layer; readonly inPlace: boolean }
  | {
      readonly kind: "upsample";
      readonly factor: number | null;
      readonly size: readonly [number, number] | null;
    }
  | { readonly kind: "flatten"; readonly start: number; readonly end: number }
  | { readonly kind: "unflatten"; readonly axis: number; readonly sizes: readonly Dim[] }
  | { readonly kind: "identity" };

export type DType = "float16" | "float32" | "float64" | "int32" | "int64" | "uint8" | "bool";

export type Tensor = {
  readonly kind: "tensor";
  readonly library: "torch" | "numpy";
  readonly dtype: DType;
  readonly shape: readonly Dim[];
  /** The layers that made it; null for data. */
  readonly flow: Flow | null;
  /** Cut off from training by `detach`. */
  readonly isDetached: boolean;
};

/** A tensor's history: the step that made it from its parent. The input of forward has no step. */
export type Flow = {
  readonly parent: Flow | null;
  readonly step: Step | null;
  /** What was made of it. */
  readonly next: Flow[];
  /** What the memory holds now: views share it, and an operation in place moves it on for all of them. */
  readonly memory: { holds: Flow | null };
};

export type Step = {
  readonly layer: Layer;
  /** The shape that the layer was given, and that it gave. */
  readonly before: readonly Dim[];
  readonly after: readonly Dim[];
  /** Null for a function such as F.relu. */
  readonly module: Module | null;
  readonly inPlace: boolean;
  readonly at: Span;
};

export const UNKNOWN: Value = { kind: "unknown" };
export const NONE: Value = { kind: "none" };

export function int(value: number): Value {
  return { kind: "int", value };
}

export function float(value: number): Value {
  return { kind: "float", value };
}

export function bool(value: boolean): Value {
  return { kind: "bool", value };
}

export function dimValue(dim: Dim): Value {
  return dim.perExample ? { kind: "count", dim } : int(dim.size);
}
