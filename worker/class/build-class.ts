import {
  type ClassPart,
  type ClassPlotName,
  type ClassView,
  STATE_CODES,
  type StudentColumns,
} from "../../shared/api/class.ts";
import { type Assignment, listCells } from "../../shared/assignment/assignment.ts";
import { listParts, partOfCell, partStates } from "../../shared/assignment/part-states.ts";
import type { Progress } from "../store/progress.ts";

/** The parts of an assignment with the cells that their states rest on. */
export function buildParts(assignment: Assignment): ClassPart[] {
  const cells = assignment.problems.flatMap(({ parts }) =>
    parts.map((part) => part.cells.filter(({ kind }) => kind !== "digits").map(({ id }) => id)),
  );
  return listParts(assignment).map((part, i) => ({ ...part, cells: cells[i] ?? [] }));
}

/** Every student as columns, with the states of the parts that the present assignment has. */
export function buildStudents(assignment: Assignment, students: readonly Progress[]): StudentColumns {
  return {
    id: students.map(({ id }) => id),
    pseudonym: students.map(({ pseudonym }) => pseudonym),
    name: students.map(({ name }) => name),
    section: students.map(({ section }) => section),
    states: students.map(({ cells }) =>
      partStates(assignment, (cell) => cells[cell])
        .map((state) => STATE_CODES[state])
        .join(""),
    ),
    part: students.map(({ cell }) => partOfCell(assignment, cell) ?? ""),
    activeAt: students.map(({ active_at }) => active_at),
    runs: students.map(({ runs }) => runs),
    engine: students.map(({ engine }) => engine),
    device: students.map(({ device }) => device),
    lossCourse: students.map(({ loss_course }) => loss_course),
    failingRuns: students.map(({ failing_runs }) => failing_runs),
    submissions: students.map(({ submissions }) => submissions),
    handedInAt: students.map(({ handed_in_at }) => handed_in_at),
  };
}

export function listPlots(assignment: Assignment): ClassPlotName[] {
  return listCells(assignment).flatMap(({ cell }) =>
    cell.kind === "plot"
      ? [
          {
            cell: cell.id,
            part: partOfCell(assignment, cell.id) ?? "",
            plot: cell.plot,
            question: cell.question,
          },
        ]
      : [],
  );
}

/** The page as one answer. */
export function buildClass(
  assignment: Assignment,
  {
    title,
    students,
    devices,
  }: { title: string; students: readonly Progress[]; devices: ClassView["devices"] },
): ClassView {
  return {
    title,
    parts: buildParts(assignment),
    students: buildStudents(assignment, students),
    devices,
    plots: listPlots(assignment),
  };
}
