import type { Accessor } from "solid-js";
import { type AnswerKind, type AnswerOf, emptyAnswer } from "../../../../shared/assignment/answers.ts";
import type { Assignment, Cell } from "../../../../shared/assignment/assignment.ts";
import { LENIENT } from "../../../../shared/assignment/lateness.ts";
import type { Notebook } from "../../../state/notebook.ts";

/** A notebook in which nothing is answered and nothing is kept: for seeing a homework as a student does. */
export function makeSampleNotebook(course: string, assignment: Accessor<Assignment>): Notebook {
  return {
    course,
    member: "",
    assignment: () => ({
      ...{ assignment: assignment(), version: 1 },
      ...{ dueAt: null, zone: "UTC", rule: LENIENT, extended: false },
    }),
    assignmentFailure: () => null,
    askAssignment: () => {},
    answers: () => new Map(),
    isOpen: () => true,
    isRead: () => true,
    answer: emptyOf,
    cover: () => ({ kind: "cover", firstName: "", lastName: "", honour: false }),
    write: () => {},
    standing: () => ({ status: "untouched" }),
    standings: () => [],
    resolve: () => {},
    revisions: () => ({}),
    sendNow: async () => {},
  };
}

function emptyOf<K extends AnswerKind>(kind: K, cell: Cell): AnswerOf<K> {
  const empty = emptyAnswer(cell);
  if (empty !== null && isKind(empty, kind)) return empty;
  throw new TypeError(`cell ${cell.id} is asked for a ${kind}, but is a ${cell.kind} cell`);
}

function isKind<K extends AnswerKind>(answer: { kind: AnswerKind }, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}
