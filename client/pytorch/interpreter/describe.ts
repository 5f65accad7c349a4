import { formatDim, formatDims } from "./dims.ts";
import type { Value } from "./value.ts";

/** A value in the words of a complaint: `a tensor of shape (N, 1, 64)`, `32.0`, `a layer nn.ReLU`. */
export function describeValue(value: Value): string {
  switch (value.kind) {
    case "unknown":
      return "something unknown";
    case "int":
      return String(value.value);
    case "float":
      return Number.isInteger(value.value) ? `${value.value}.0` : String(value.value);
    case "bool":
      return value.value ? "True" : "False";
    case "none":
      return "None";
    case "ellipsis":
      return "...";
    case "string":
      return value.text === null ? "a text" : JSON.stringify(value.text.slice(0, 40));
    case "tuple":
      return `a tuple of ${value.items.length}`;
    case "list":
      return `a list of ${value.items.length}`;
    case "dict":
      return "a dictionary";
    case "slice":
      return "a slice";
    case "range":
      return "a range";
    case "count":
      return formatDim(value.dim);
    case "index":
      return "the index";
    case "training":
      return "self.training";
    case "library":
      return `the name ${shortPath(value.path)}`;
    case "class":
      return `the class ${value.definition.name}`;
    case "object":
      return `an object of ${value.type.definition.name}`;
    case "super":
      return "super()";
    case "function":
      return `the function ${value.definition.name}, which is not called`;
    case "method":
      return `the method ${value.name}, which is not called`;
    case "module":
      return `a layer ${value.name}`;
    case "tensor":
      return `${value.library === "numpy" ? "a NumPy array" : "a tensor"} of shape ${formatDims(value.shape)}`;
    default:
      return value satisfies never;
  }
}

/** A library's path as students write it: `nn.Linear`, `F.relu`, `np.array`, `len`. */
export function shortPath(path: string): string {
  for (const [long, short] of SHORT) {
    if (path === long) return short;
    if (path.startsWith(`${long}.`)) return `${short}${path.slice(long.length)}`.replace(/^\./, "");
  }
  return path;
}

const SHORT: readonly (readonly [string, string])[] = [
  ["torch.nn.functional", "F"],
  ["torch.nn", "nn"],
  ["numpy", "np"],
  ["builtins", ""],
  ["collections", ""],
];

/** The candidate nearest to a mistyped word, if one is near: at most a third of its letters differ. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  // One letter off is another name where names are that short.
  let least = (word.length < 3 ? 0 : Math.max(1, Math.floor(word.length / 3))) + 0.5;
  for (const candidate of candidates) {
    const distance = candidate === word ? 0 : editDistance(word.toLowerCase(), candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, of words of up to 60 letters. */
function editDistance(a: string, b: string): number {
  if (a.length > 60 || b.length > 60) return Number.POSITIVE_INFINITY;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
