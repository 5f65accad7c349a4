import type { AssignmentProblem, Cell, CellKind, Part, RubricItem } from "../assignment.ts";
import { specOf } from "../homework/specs.ts";
import {
  type DraftAssignment,
  type DraftCell,
  type DraftPart,
  type DraftProblem,
  listDraftCells,
} from "./draft.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz";
const LEAST_WORDS = 30;

/** A letter that no part of the problem has yet, the first after the last; null when all are taken. */
export function proposeLetter({ parts }: DraftProblem): string | null {
  const taken = new Set(parts.map(({ letter }) => letter));
  const last = LETTERS.indexOf(parts.at(-1)?.letter ?? "");
  const order = [...LETTERS.slice(last + 1), ...LETTERS];
  return order.find((letter) => !taken.has(letter)) ?? null;
}

/** The parts lettered a, b, c in the order in which they stand; null where they are. Their cells keep their ids. */
export function relettered({ parts }: DraftProblem): readonly DraftPart[] | null {
  const next = parts.map((part, i) => ({ ...part, letter: LETTERS[i] ?? part.letter }));
  return next.every(({ letter }, i) => letter === parts[i]?.letter) ? null : next;
}

/** The number after the largest that a problem has. */
export function proposeNumber({ problems }: DraftAssignment): number {
  return (
    problems.reduce((most, { number }) => (typeof number === "number" ? Math.max(most, number) : most), 0) + 1
  );
}

/** `1f-run`, then `1f-run2`: an id that is not among those taken. `prefix` is the part's name, or a problem's number. */
export function proposeCellId(taken: ReadonlySet<string>, prefix: string, word: string): string {
  const [before, after] = [prefix.replaceAll(/[^a-z0-9]/g, "").slice(0, 8) || "cell", word.slice(0, 9)];
  let id = `${before}-${after}`;
  for (let i = 2; taken.has(id); i++) id = `${before}-${after}${i}`;
  return id;
}

export function prefixOf(problem: DraftProblem, part: DraftPart | null): string {
  return `${String(problem.number ?? "")}${part?.letter ?? ""}`;
}

/** A new cell of a kind for the place with this prefix. What it refers to is the last that the homework has. */
export function proposeCell(draft: DraftAssignment, kind: CellKind, prefix: string): Cell {
  const cells = listDraftCells(draft);
  const id = proposeCellId(new Set(cells.map((cell) => cell.id)), prefix, kind);
  switch (kind) {
    case "digits":
      return { kind, id, count: 3, seed: 0 };
    case "number":
      return { kind, id, label: "" };
    case "text":
      return { kind, id, label: "", minWords: LEAST_WORDS };
    case "code":
      return { kind, id, label: "", reads: "model", itemShape: [1, 64], starter: "" };
    case "run": {
      const model = cells.findLast((cell) => cell.kind === "code" && cell.reads === "model")?.id ?? "";
      return {
        kind,
        id,
        label: "",
        model,
        spec: specOf("problem-1", 5),
        widths: [5],
        open: ["epochs", "seed"],
      };
    }
    case "plot": {
      const run = cells.findLast((cell) => cell.kind === "run")?.id;
      return { kind, id, question: "", plot: "errorByWidth", runs: run === undefined ? [] : [run], see: "" };
    }
    default:
      return kind satisfies never;
  }
}

/** A new part with one text to write; null when every letter is taken. */
export function proposePart(draft: DraftAssignment, problem: DraftProblem): Part | null {
  const letter = proposeLetter(problem);
  if (letter === null) return null;
  const cell = proposeCell(draft, "text", `${String(problem.number ?? "")}${letter}`);
  return { letter, points: 0, prompt: "", cells: [cell] };
}

export function proposeProblem(draft: DraftAssignment): AssignmentProblem {
  const number = proposeNumber(draft);
  const cell = proposeCell(draft, "text", `${number}a`);
  const part = { letter: "a", points: 0, prompt: "", cells: [cell] };
  return { number, title: "", intro: "", shown: [], parts: [part] };
}

export function proposeRubricItem(rubric: readonly { readonly id?: unknown }[]): RubricItem {
  const taken = new Set(rubric.map(({ id }) => id));
  let i = rubric.length + 1;
  while (taken.has(`r${i}`)) i++;
  return { id: `r${i}`, label: "", points: 0 };
}

/** A copy of a cell under an id of its own. */
export function copyCell(draft: DraftAssignment, cell: DraftCell, prefix: string): DraftCell {
  return { ...cell, id: proposeCellId(takenIn(draft), prefix, wordOf(cell)) };
}

/** A copy of a part under the next letter, its cells under ids of their own and speaking of one another; null when every letter is taken. */
export function copyPart(draft: DraftAssignment, problem: DraftProblem, part: DraftPart): DraftPart | null {
  const letter = proposeLetter(problem);
  if (letter === null) return null;
  const copy = { ...part, letter };
  return renameCells(copy, renamesOf(part.cells, prefixOf(problem, copy), takenIn(draft)));
}

/** A copy of a problem under the next number, otherwise as `copyPart`. */
export function copyProblem(draft: DraftAssignment, problem: DraftProblem): DraftProblem {
  const copy = { ...problem, number: proposeNumber(draft) };
  const taken = new Set(takenIn(draft));
  const renames = new Map<string, string>();
  const lists = [{ prefix: prefixOf(copy, null), cells: problem.shown }].concat(
    problem.parts.map((part) => ({ prefix: prefixOf(copy, part), cells: part.cells })),
  );
  for (const { prefix, cells } of lists) {
    for (const [old, id] of renamesOf(cells, prefix, taken)) {
      renames.set(old, id);
      taken.add(id);
    }
  }
  return renameCells(copy, renames);
}

function takenIn(draft: DraftAssignment): ReadonlySet<string> {
  return new Set(listDraftCells(draft).map(({ id }) => id));
}

/** `1f-text` says `text`, whatever part it stands in; a cell whose id says nothing is called by its kind. */
function wordOf({ id, kind }: DraftCell): string {
  return /-([a-z0-9]+)$/.exec(id)?.[1] ?? kind;
}

function renamesOf(
  cells: readonly DraftCell[],
  prefix: string,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const used = new Set(taken);
  return new Map(
    cells.map((cell) => {
      const id = proposeCellId(used, prefix, wordOf(cell));
      used.add(id);
      return [cell.id, id];
    }),
  );
}

/** The same with cells called anew wherever they are spoken of: ids, `model`, `runs`, and `plot:` in texts. */
function renameCells<T>(node: T, renames: ReadonlyMap<string, string>): T;
function renameCells(node: unknown, renames: ReadonlyMap<string, string>): unknown {
  if (typeof node === "string") {
    return (
      renames.get(node) ??
      node.replaceAll(/\(plot:([a-z0-9-]+)\)/g, (whole, id: string) =>
        renames.has(id) ? `(plot:${renames.get(id)})` : whole,
      )
    );
  }
  if (Array.isArray(node)) return node.map((one) => renameCells(one, renames));
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, renameCells(value, renames)]));
}
