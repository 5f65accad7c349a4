import { MAX_TURNS } from "../limits.ts";
import type { Passed } from "./arguments.ts";
import { describeValue } from "./describe.ts";
import { iterate } from "./iterate.ts";
import { initLibraryBase, setAttribute } from "./objects.ts";
import { complain, type Run } from "./run.ts";
import { NONE, UNKNOWN, type Value } from "./value.ts";

type Method = Extract<Value, { kind: "method" }>;

/** Methods of lists, dictionaries, texts, layers and nn.Module itself. */
export function callMethod(run: Run, { self, name }: Method, passed: Passed): Value {
  const at = passed.at;
  const [first, second] = passed.positional.map(({ value }) => value);
  if (self.kind === "super") {
    if (name === "__init__") return initLibraryBase(run, self.object, passed);
    return complain(run, at, `the reader does not follow super().${name}`);
  }
  if (self.kind === "string") return { kind: "string", text: null };
  if (self.kind === "dict") {
    if (name === "values") return { kind: "list", items: [...self.entries.values()] };
    if (name === "keys") return { kind: "list", items: [...self.entries.keys()].map(string) };
    if (name === "items") {
      const pairs = [...self.entries].map(
        ([key, value]): Value => ({ kind: "tuple", items: [string(key), value] }),
      );
      return { kind: "list", items: pairs };
    }
    if (name === "get" && first?.kind === "string")
      return self.entries.get(first.text ?? "") ?? second ?? NONE;
  }
  if (self.kind === "list") {
    if (name === "append" && first !== undefined) return addItems(run, self.items, [first], passed);
    if (name === "extend" && first !== undefined)
      return addItems(run, self.items, iterate(run, first, at) ?? [], passed);
    if (name === "insert" && first?.kind === "int" && second !== undefined) {
      self.items.splice(first.value, 0, second);
      return NONE;
    }
    if (name === "pop") return self.items.pop() ?? complain(run, at, "this pops an empty list");
    if (name === "reverse") {
      self.items.reverse();
      return NONE;
    }
  }
  if (self.kind === "module") return run.library.callModuleMethod(run, self, name, passed);
  if (self.kind === "object") {
    if (name === "add_module" || name === "register_module") {
      const { value: module } = passed.positional[1] ?? { value: UNKNOWN };
      if (first?.kind === "string" && first.text !== null) setAttribute(run, self, first.text, module, at);
      else complain(run, at, `${name} needs a plain text as its name; or write self.name = ...`);
      return NONE;
    }
    if (PASSES_ITSELF.has(name)) return self;
  }
  return complain(run, at, `the reader does not follow .${name} of ${describeValue(self)}`);
}

/** What moves a model about gives the model back; the lab chooses the device. */
export const PASSES_ITSELF: ReadonlySet<string> = new Set(["to", "train", "eval", "float", "cuda", "cpu"]);

function addItems(run: Run, items: Value[], more: readonly Value[], { at }: Passed): Value {
  if (items.length + more.length > MAX_TURNS)
    return complain(run, at, `this list grows beyond ${MAX_TURNS} items, more than the reader takes`);
  items.push(...more);
  return NONE;
}

function string(text: string): Value {
  return { kind: "string", text };
}
