import { type Accessor, createMemo, createRoot } from "solid-js";
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
import type { Owner } from "../drafts/draft.ts";
import { type Keep, type Standing, standingOf } from "../drafts/standing.ts";
import type { ApiFailure } from "./api.ts";
import { createAssignment } from "./assignment.ts";
import { createCourse } from "./course.ts";
import { hasUnsent, openDrafts } from "./drafts.ts";

/** A student's homework in this tab. */
export type Notebook = {
  readonly course: string;
  /** Whose it is: a pseudonym. */
  readonly member: string;
  /** Null while it is not known. */
  readonly assignment: Accessor<AssignmentView | null>;
  /** Why there is no assignment. */
  readonly assignmentFailure: Accessor<ApiFailure | null>;
  readonly askAssignment: () => void;
  /** Everything that was answered so far. */
  readonly answers: Accessor<Answers>;
  /** Whether the device's answers are in: before, an answer that looks empty may not be. */
  readonly isOpen: Accessor<boolean>;
  /** Whether the class's answers are in too, where it could be reached. */
  readonly isRead: Accessor<boolean>;
  /** What stands in a cell, the empty answer where it is untouched. Followed by a component, it changes with this cell alone. */
  readonly answer: <K extends AnswerKind>(kind: K, cell: Cell) => AnswerOf<K>;
  readonly cover: Accessor<AnswerOf<"cover">>;
  /** Changes an answer; it saves itself. */
  readonly write: (cell: string, answer: Answer) => void;
  readonly standing: (cell: string) => Standing;
  readonly standings: Accessor<readonly { readonly cell: string; readonly standing: Standing }[]>;
  readonly resolve: (cell: string, keep: Keep) => void;
  /** The revisions of the answers that the class has; null while there is something that it has not. */
  readonly revisions: Accessor<Readonly<Record<string, number>> | null>;
  /** Asks what other devices changed and sends what waits, now. Resolves when that was tried; never rejects. */
  readonly sendNow: () => Promise<void>;
};

const notebooks = new Map<string, { readonly notebook: Notebook; readonly close: () => Promise<void> }>();

/** The notebook of the member that this browser is in the course; one for all pages of the tab. Throws where it is no member. */
export function createNotebook(course: string): Notebook {
  const member = memberOf(course);
  if (member === null)
    throw new Error(`this browser is no member of ${course}: ask for that before the notebook`);
  const open = notebooks.get(course);
  if (open?.notebook.member === member) return open.notebook;
  void open?.close();
  const made = createRoot(() => openNotebook({ course, member }));
  notebooks.set(course, made);
  return made.notebook;
}

/** Ends the notebook of a course in this tab; what was just written is on the device then. */
export async function closeNotebook(course: string): Promise<void> {
  const open = notebooks.get(course);
  notebooks.delete(course);
  await open?.close();
}

/** Sends what an earlier visit left unsent in a course, from whichever page is open. */
export async function resumeNotebook(course: string): Promise<void> {
  const member = memberOf(course);
  if (member !== null && (await hasUnsent({ course, member }))) createNotebook(course);
}

/** The pseudonym that this browser has in the course, null for none. */
export function memberOf(course: string): string | null {
  const known = createCourse()
    .list()
    .find(({ membership }) => membership.course === course);
  return known?.membership.member.pseudonym ?? null;
}

const NO_COVER: AnswerOf<"cover"> = { kind: "cover", firstName: "", lastName: "", honour: false };

function openNotebook(owner: Owner): { notebook: Notebook; close: () => Promise<void> } {
  const drafts = openDrafts(owner, () => memberOf(owner.course) === owner.member);
  const assignment = createAssignment(owner.course);
  const standing = (cell: string) => standingOf(drafts.sheet(cell), drafts.outage());
  const standings = createMemo(() => drafts.cells().map((cell) => ({ cell, standing: standing(cell) })));
  const answers = createMemo(
    () =>
      new Map(
        drafts.cells().flatMap((cell) => {
          const answer = drafts.shown(cell);
          return answer === null ? [] : [[cell, answer] as const];
        }),
      ),
  );
  const revisions = createMemo(() => {
    if (standings().some((one) => one.standing.status !== "saved")) return null;
    return Object.fromEntries(
      drafts.cells().map((cell) => [cell, drafts.sheet(cell).draft?.base.revision ?? 0]),
    );
  });

  const notebook: Notebook = {
    ...owner,
    assignment: assignment.view,
    assignmentFailure: assignment.failure,
    askAssignment: assignment.again,
    answers,
    isOpen: drafts.isOpen,
    isRead: drafts.isRead,
    answer(kind, cell) {
      const answer = drafts.shown(cell.id);
      if (answer !== null && isKind(answer, kind)) return answer;
      const empty = emptyAnswer(cell);
      if (empty !== null && isKind(empty, kind)) return empty;
      throw new TypeError(`cell ${cell.id} is asked for a ${kind}, but is a ${cell.kind} cell`);
    },
    cover() {
      const answer = drafts.shown(COVER);
      return answer?.kind === "cover" ? answer : NO_COVER;
    },
    write: drafts.write,
    standing,
    standings,
    resolve: (cell, keep) => void drafts.resolve(cell, keep),
    revisions,
    sendNow: drafts.sendNow,
  };
  return { notebook, close: drafts.close };
}

function isKind<K extends AnswerKind>(answer: Answer, kind: K): answer is AnswerOf<K> {
  return answer.kind === kind;
}
