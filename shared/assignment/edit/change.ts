import { DraftAssignment } from "./draft.ts";

/** The keys that lead to a field from the top of a draft: `["problems", 0, "parts", 1, "points"]`. */
export type Path = readonly PropertyKey[];

/** What stands at a path; undefined where nothing does. */
export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    root,
  );
}

/** The draft with another value at a path; `undefined` takes the field out. All else stays as it is, known or not. */
export function setAt(draft: DraftAssignment, path: Path, value: unknown): DraftAssignment {
  return DraftAssignment.parse(withValue(draft, path, value));
}

/** The draft with one more item in the list at `path`, before the item that is `index`th now. */
export function insertAt(draft: DraftAssignment, path: Path, index: number, item: unknown): DraftAssignment {
  return changeList(draft, path, (list) => list.toSpliced(index, 0, item));
}

export function removeAt(draft: DraftAssignment, path: Path, index: number): DraftAssignment {
  return changeList(draft, path, (list) => list.toSpliced(index, 1));
}

/** The draft with an item of the list at `path` in another place; the same draft where there is no such place. */
export function moveTo(draft: DraftAssignment, path: Path, from: number, to: number): DraftAssignment {
  return changeList(draft, path, (list) =>
    from in list && to in list ? list.toSpliced(from, 1).toSpliced(to, 0, list[from]) : list,
  );
}

function changeList(
  draft: DraftAssignment,
  path: Path,
  change: (list: readonly unknown[]) => readonly unknown[],
): DraftAssignment {
  const list = valueAt(draft, path);
  return setAt(draft, path, change(Array.isArray(list) ? list : []));
}

function withValue(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  const inner = withValue(valueAt(root, [key]), rest, value);
  if (Array.isArray(root)) return root.with(Number(key), inner);
  const { [String(key)]: _, ...others } = { ...Object(root) };
  return inner === undefined ? others : { ...Object(root), [String(key)]: inner };
}
