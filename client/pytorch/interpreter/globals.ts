import type { ClassDefinition, Expression, FunctionDefinition, Statement } from "../python/tree.ts";

/** What the file says outside its classes. */
export type Globals = {
  readonly classes: ReadonlyMap<string, ClassDefinition>;
  readonly functions: ReadonlyMap<string, FunctionDefinition>;
  /** `hidden_size = 40`: the last value that the file gives to a name. */
  readonly constants: ReadonlyMap<string, Expression>;
  /** Names of imports with the path that they stand for. */
  readonly imports: ReadonlyMap<string, string>;
  /** Where a name is imported, in characters from the start of the file. */
  readonly importedAt: ReadonlyMap<string, number>;
  /** Modules of `from module import *`. */
  readonly wildcards: readonly string[];
};

/** What a notebook's first cell usually imports; assumed for a cell that imports nothing. */
const USUAL_IMPORTS: readonly (readonly [string, string])[] = [
  ["torch", "torch"],
  ["nn", "torch.nn"],
  ["F", "torch.nn.functional"],
  ["np", "numpy"],
  ["numpy", "numpy"],
  ["math", "math"],
  ["Dataset", "torch.utils.data.Dataset"],
  ["DataLoader", "torch.utils.data.DataLoader"],
  ["OrderedDict", "collections.OrderedDict"],
];

export function readGlobals(statements: readonly Statement[]): Globals {
  const classes = new Map<string, ClassDefinition>();
  const functions = new Map<string, FunctionDefinition>();
  const constants = new Map<string, Expression>();
  const imports = new Map<string, string>();
  const importedAt = new Map<string, number>();
  const wildcards: string[] = [];
  let importsAnything = false;
  for (const statement of statements) {
    if (statement.kind === "class") classes.set(statement.name, statement);
    else if (statement.kind === "function") functions.set(statement.name, statement);
    else if (statement.kind === "import") {
      importsAnything = true;
      for (const { name, path } of statement.names) {
        if (name === null) wildcards.push(path);
        else {
          imports.set(name, path);
          importedAt.set(name, Math.min(statement.from, importedAt.get(name) ?? statement.from));
        }
      }
    } else if (statement.kind === "assign") {
      for (const target of statement.targets)
        if (target.kind === "name") constants.set(target.name, statement.value);
    }
  }
  return {
    classes,
    functions,
    constants,
    importedAt,
    imports: importsAnything ? imports : new Map(USUAL_IMPORTS),
    wildcards,
  };
}

/** How to import a usual name that a file does not know: `import torch.nn as nn`. */
export function importLine(name: string): string | null {
  const path = USUAL_IMPORTS.find(([usual]) => usual === name)?.[1];
  if (path === undefined) return null;
  if (path === name) return `import ${name}`;
  const [module, last] = [path.slice(0, path.lastIndexOf(".")), path.slice(path.lastIndexOf(".") + 1)];
  return last === name && name !== "nn" ? `from ${module} import ${name}` : `import ${path} as ${name}`;
}
