import type { Finding, Proposal } from "../api/grading/part-grade.ts";
import {
  type Assignment,
  type Cell,
  listCells,
  type Part,
  type RubricItem,
} from "../assignment/assignment.ts";
import { readNumber, type State } from "../assignment/completeness.ts";
import type { SubmissionFacts } from "./facts.ts";
import { basePoints, roundPoints, scoreOf } from "./score.ts";

/** What the lab would give for a part of a homework, by what was handed in. */
export type Proposer = (part: Part, facts: SubmissionFacts) => Proposal;

/**
 * Proposes by how complete a part is and whether its numbers are right. Where items of the rubric name a cell it ticks those, and
 * leaves the rest to people; else it gives each cell an equal share of the points.
 */
export function makeProposer(assignment: Assignment): Proposer {
  const cells = new Map(listCells(assignment).map(({ cell }) => [cell.id, cell]));
  /** What is given for a cell is given where it is good, what is taken off where it is not. */
  const isProposed = (item: RubricItem, facts: SubmissionFacts) => {
    const cell = cells.get(item.cell ?? "");
    const good = cell !== undefined && isGood(findIn(cell, facts));
    return item.points < 0 ? !good : good;
  };
  return (part, facts) => {
    const because = part.cells.flatMap((cell) => {
      const found = findIn(cell, facts);
      return found === null ? [] : [{ cell: cell.id, found }];
    });
    const linked = (part.rubric ?? []).filter(({ cell }) => cell !== undefined);
    const ticked = linked.filter((item) => isProposed(item, facts)).map(({ id }) => id);
    const adjustment = linked.length > 0 ? 0 : roundPoints(share(because) * part.points - basePoints(part));
    return { ticked, adjustment, score: scoreOf(part, { ticked, adjustment }), because };
  };
}

function share(findings: readonly Finding[]): number {
  const good = findings.filter(({ found }) => isGood(found));
  return findings.length === 0 ? 0 : good.length / findings.length;
}

function isGood(found: Finding["found"] | null): boolean {
  return found === "complete" || found === "right";
}

/** What stands in a cell; null of one that asks for nothing. */
function findIn(cell: Cell, { states, numbers }: SubmissionFacts): Finding["found"] | null {
  const state = states[cell.id] ?? "empty";
  switch (cell.kind) {
    case "digits":
      return null;
    case "number":
      return cell.expected === undefined || state !== "ready"
        ? ofState(state)
        : compare(readNumber(numbers[cell.id] ?? ""), cell.expected);
    case "text":
    case "code":
    case "run":
      return ofState(state);
    case "plot": {
      const drawn = cell.runs.filter((run) => (states[run] ?? "empty") !== "empty").length;
      return drawn === 0 ? "empty" : drawn < cell.runs.length ? "incomplete" : "complete";
    }
    default:
      return cell satisfies never;
  }
}

function ofState(state: State): Finding["found"] {
  switch (state) {
    case "empty":
      return "empty";
    case "draft":
      return "incomplete";
    case "ready":
      return "complete";
    default:
      return state satisfies never;
  }
}

/** Numbers as they are written in decimal: 0.1 + 0.2 is within 0 of 0.3. */
function compare(
  given: number | null,
  { value, tolerance }: { readonly value: number; readonly tolerance: number },
): Finding["found"] {
  if (given === null) return "incomplete";
  const slack = 1e-12 * Math.max(Math.abs(given), Math.abs(value));
  return Math.abs(given - value) <= tolerance + slack ? "right" : "wrong";
}
