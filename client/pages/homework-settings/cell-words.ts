import type { CellKind } from "../../../shared/assignment/assignment.ts";

const KINDS: Readonly<Record<CellKind, string>> = {
  digits: "images shown",
  number: "a number",
  text: "a text",
  code: "a class in Python",
  run: "training",
  plot: "a plot of runs",
};

/** What a cell asks for, as an instructor calls it. */
export function nameKind(kind: CellKind): string {
  return KINDS[kind];
}
