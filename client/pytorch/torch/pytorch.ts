import type { Library } from "../interpreter/library.ts";
import { applyModule } from "./apply.ts";
import { operate } from "./arithmetic.ts";
import { indexArray } from "./indexing.ts";
import { callLibrary } from "./library.ts";
import { callModuleMethod, readModuleAttribute } from "./module-members.ts";
import { isKnownToPyTorch } from "./names.ts";
import { readTensorAttribute } from "./tensor-attributes.ts";
import { callTensorMethod } from "./tensor-methods.ts";

/** PyTorch and NumPy as the interpreter asks for them; a model adds its own hints. */
export const PYTORCH: Library = {
  knows: isKnownToPyTorch,
  call: callLibrary,
  callModule: applyModule,
  readModule: readModuleAttribute,
  callModuleMethod,
  readTensor: readTensorAttribute,
  callTensorMethod,
  indexTensor: indexArray,
  operate,
  hintFor: () => null,
};
