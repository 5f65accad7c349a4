import { type Assignment, listCells } from "../assignment/assignment.ts";
import { specId } from "../spec/identity.ts";
import { expandSweep } from "../spec/sweep.ts";
import type { GivenSpecs } from "./shared-weights.ts";

/** The specs of a homework's run cells at each of their widths, as they stand, and their seeds: what a whole class trains. */
export function listGivenSpecs(assignment: Assignment): GivenSpecs {
  const specs = listCells(assignment).flatMap(({ cell }) => {
    if (cell.kind !== "run") return [];
    const sweep = expandSweep({ spec: cell.spec, widths: [...cell.widths], seeds: [] });
    return sweep.ok ? [cell.spec, ...sweep.value] : [cell.spec];
  });
  return { specIds: new Set(specs.map(specId)), seeds: new Set(specs.map(({ seed }) => seed)) };
}

/** All text that a homework shows to everyone: who quotes it copied from nobody. */
export function listGivenTexts(assignment: Assignment): readonly string[] {
  return [
    ...[assignment.intro, assignment.honour],
    ...assignment.problems.flatMap(({ intro, parts }) => [intro, ...parts.map(({ prompt }) => prompt)]),
    ...listCells(assignment).flatMap(({ cell }) => {
      switch (cell.kind) {
        case "digits":
          return [];
        case "number":
        case "text":
        case "run":
          return [cell.label];
        case "code":
          return [cell.label, cell.starter];
        case "plot":
          return [cell.question, cell.see];
        default:
          return cell satisfies never;
      }
    }),
  ];
}
