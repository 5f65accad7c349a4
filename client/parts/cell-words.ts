import type { CellKind } from "../../shared/assignment/assignment.ts";

const KINDS: Readonly<Record<CellKind, string>> = {
  text: "a text",
  number: "a number",
  code: "a class in Python",
  run: "training",
  plot: "a plot of runs",
  digits: "images shown",
};

/** What a cell asks for, as an instructor calls it. */
export function nameKind(kind: CellKind): string {
  return KINDS[kind];
}

export function isCellKind(kind: string): kind is CellKind {
  return Object.hasOwn(KINDS, kind);
}

/** The usual ones first. */
export const CELL_KINDS: readonly CellKind[] = Object.keys(KINDS).filter(isCellKind);
