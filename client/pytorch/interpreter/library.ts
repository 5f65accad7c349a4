import type { Span } from "../complaint.ts";
import type { Passed } from "./arguments.ts";
import type { Run } from "./run.ts";
import type { Scope } from "./scope.ts";
import type { Module, Tensor, Value } from "./value.ts";

/**
 * What the interpreter asks of the libraries that the code imports. It knows Python alone; PyTorch and NumPy are handed to it.
 * Every member complains where it cannot answer, and gives `unknown`.
 */
export type Library = {
  /** Whether a path such as `torch.nn.Linear` is known, for `from torch.nn import *`. */
  readonly knows: (path: string) => boolean;
  readonly call: (run: Run, path: string, passed: Passed) => Value;
  readonly callModule: (run: Run, module: Module, passed: Passed) => Value;
  readonly readModule: (run: Run, module: Module, name: string, at: Span) => Value;
  readonly callModuleMethod: (run: Run, module: Module, name: string, passed: Passed) => Value;
  readonly readTensor: (run: Run, tensor: Tensor, name: string, at: Span) => Value;
  readonly callTensorMethod: (run: Run, tensor: Tensor, name: string, passed: Passed) => Value;
  readonly indexTensor: (run: Run, tensor: Tensor, indices: readonly Value[], at: Span) => Value;
  /** `left operator right` where one of them is a tensor. */
  readonly operate: (run: Run, operator: string, left: Value, right: Value, at: Span) => Value;
  /** What to do about a name that is not assigned in forward, if there is more to say than that. */
  readonly hintFor: (run: Run, scope: Scope, name: string, at: Span) => string | null;
};
