import type { Module, ObjectValue, Value } from "../interpreter/value.ts";

/** Modules with the parts inside them, each once, in PyTorch's order. */
export function modulesIn(modules: readonly Module[]): readonly Module[] {
  const found = new Set<Module>();
  const visit = (module: Module) => {
    if (found.has(module)) return;
    found.add(module);
    const { recipe } = module;
    if (recipe.kind === "sequential" || recipe.kind === "moduleList") recipe.parts.forEach(visit);
  };
  modules.forEach(visit);
  return [...found];
}

/** What `model.modules()` of an object would give: the layers that PyTorch sees, in the order of its parameters. */
export function registeredModules(object: ObjectValue): readonly Module[] {
  const found: Module[] = [];
  const seen = new Set<Value>();
  const visit = (value: Value) => {
    if (seen.has(value)) return;
    seen.add(value);
    if (value.kind === "module") found.push(...modulesIn([value]));
    if (value.kind === "object") for (const inner of value.attributes.values()) visit(inner);
  };
  visit(object);
  return [...new Set(found)];
}

/** The attribute that holds a module, itself or inside another: `self.encoder`. Null where none does. */
export function labelOf(object: ObjectValue, module: Module): string | null {
  for (const [name, value] of object.attributes) {
    if (value.kind === "module" && modulesIn([value]).includes(module)) return `self.${name}`;
  }
  return null;
}

/** The attribute whose plain list, tuple or dictionary holds a module, which PyTorch does not look into. */
export function plainHolderOf(object: ObjectValue, module: Module): string | null {
  for (const [name, value] of object.attributes) {
    const items =
      value.kind === "list" || value.kind === "tuple"
        ? value.items
        : value.kind === "dict"
          ? [...value.entries.values()]
          : [];
    if (items.includes(module)) return `self.${name}`;
  }
  return null;
}

export function hasWeights({ recipe }: Module): boolean {
  return recipe.kind === "layer" && "in" in recipe.layer;
}
