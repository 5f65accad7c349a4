import { type Accessor, createMemo, createSignal, type Signal } from "solid-js";
import type { AssignmentView } from "../../shared/api/homework.ts";
import {
  type Answer,
  type AnswerKind,
  type AnswerOf,
  type Answers,
  COVER,
  emptyAnswer,
} from "../../shared/assignment/answers.ts";
import type { Cell } from "../../shared/assignment/assignment.ts";
import type { Keep, Standing } from "../drafts/standing.ts";
import { createAnswer } from "./api-answer.ts";
import { api } from "./api-calls.ts";

/** A student's homework in this tab. */
export type Notebook = {
  readonly course: string;
  /** Null while it is not known. */
  readonly assignment: Accessor<AssignmentView | null>;
  /** Everything that was answered so far. */
  readonly answers: Accessor<Answers>;
  /** What stands in a cell, the empty answer where it is untouched. Followed by a component, it changes with this cell alone. */
  readonly answer: <K extends AnswerKind>(kind: K, cell: Cell) => AnswerOf<K>;
  readonly cover: Accessor<AnswerOf<"cover">>;
  /** Changes an answer; it saves itself. */
  readonly write: (cell: string, answer: Answer) => void;
  readonly standing: (cell: string) => Standing;
  readonly resolve: (cell: string, keep: Keep) => void;
};

const NO_COVER: AnswerOf<"cover"> = { kind: "cover", firstName: "", lastName: "", honour: false };

export function createNotebook(course: string): Notebook {
  const cells = new Map<string, Signal<Answer | null>>();
  const [known, setKnown] = createSignal<readonly string[]>([]);
  const [view] = createAnswer(() => course, api.assignment);

  function cellOf(id: string): Signal<Answer | null> {
    const there = cells.get(id);
    if (there !== undefined) return there;
    const made = createSignal<Answer | null>(null);
    cells.set(id, made);
    return made;
  }

  return {
    course,
    assignment: () => {
      const now = view();
      return now.status === "answered" ? now.value : null;
    },
    answers: createMemo(
      () =>
        new Map(
          known().flatMap((id) => {
            const answer = cellOf(id)[0]();
            return answer === null ? [] : [[id, answer] as const];
          }),
        ),
    ),
    answer(kind, cell) {
      const answer = cellOf(cell.id)[0]() ?? emptyAnswer(cell);
      if (answer !== null && isKind(answer, kind)) return answer;
      const empty = emptyAnswer(cell);
      if (empty !== null && isKind(empty, kind)) return empty;
      throw new TypeError(`cell ${cell.id} is asked for a ${kind}, but is a ${cell.kind} cell`);
    },
    cover: () => {
      const answer = cellOf(COVER)[0]();
      return answer?.kind === "cover" ? answer : NO_COVER;
    },
    write(cell, answer) {
      const [, set] = cellOf(cell);
      set(answer);
      if (!known().includes(cell)) setKnown([...known(), cell]);
    },
    standing: (cell) => (cellOf(cell)[0]() === null ? { status: "untouched" } : { status: "saving" }),
    resolve: () => {},
  };
}

function isKind<K extends AnswerKind>(answer: Answer, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}
