import * as z from "zod/mini";
import {
  type Answer,
  type AnswerOf,
  type Answers,
  answerOf,
  COVER,
  countingAttempt,
  emptyAnswer,
} from "./answers.ts";
import {
  type Assignment,
  type AssignmentProblem,
  type Cell,
  type CellOf,
  findPlacedCell,
  type Part,
} from "./assignment.ts";
import { listNumbers } from "./warnings/warning.ts";
import { countWords } from "./words.ts";

/** `empty`: untouched; `ready`: nothing is missing; `draft`: something in between. */
export const State = z.enum(["empty", "draft", "ready"]);
export type State = z.infer<typeof State>;

/** What a cell still needs: a sentence that says what to do. */
export type Missing = { readonly cell: string; readonly message: string };

export type Check = { readonly state: State; readonly missing: readonly Missing[] };

/** What the reader of classes says of a code cell: it is being read, it is accepted, or what is wrong with it first. */
export type CodeVerdict =
  | { readonly status: "reading" }
  | { readonly status: "accepted" }
  | { readonly status: "refused"; readonly line: number; readonly message: string };

/** What the check cannot know by itself. */
export type Readers = {
  readonly assignment: Assignment;
  readonly readCode: (cell: CellOf<"code">, source: string) => CodeVerdict;
};

export type PartCheck = Check & { readonly problem: AssignmentProblem; readonly part: Part };
export type AssignmentCheck = { readonly parts: readonly PartCheck[]; readonly cover: Check };

/** Every part of an assignment with what is missing in it, in order, and the names and the honour line of the cover. */
export function checkAssignment(answers: Answers, readers: Readers): AssignmentCheck {
  const parts = readers.assignment.problems.flatMap((problem) =>
    problem.parts.map((part) => ({ problem, part, ...checkPart(part, answers, readers) })),
  );
  return { parts, cover: checkCover(answers) };
}

export function checkPart(part: Part, answers: Answers, readers: Readers): Check {
  const missing = part.cells.flatMap((cell) =>
    checkCell(cell, answers, readers).map((message) => ({ cell: cell.id, message })),
  );
  if (missing.length === 0) return { state: "ready", missing };
  return { state: part.cells.some((cell) => isTouched(cell, answers)) ? "draft" : "empty", missing };
}

/** One cell of its own, as what was put into it alone says. */
export function stateOfCell(cell: Cell, answers: Answers, readers: Readers): State {
  if (checkCell(cell, answers, readers).length === 0) return "ready";
  return isTouched(cell, answers) ? "draft" : "empty";
}

export function checkCover(answers: Answers): Check {
  const cover = answerOf(answers, "cover", COVER);
  const missing = [
    ...(isBlank(cover?.firstName) ? ["Write your first name."] : []),
    ...(isBlank(cover?.lastName) ? ["Write your last name."] : []),
    ...(cover?.honour === true ? [] : ["Tick the honour line."]),
  ].map((message) => ({ cell: COVER, message }));
  if (missing.length === 0) return { state: "ready", missing };
  return { state: missing.length === 3 ? "empty" : "draft", missing };
}

/** What a cell still needs, as sentences; none where it is ready or asks for nothing. */
export function checkCell(cell: Cell, answers: Answers, readers: Readers): readonly string[] {
  switch (cell.kind) {
    case "digits":
      return [];
    case "number":
      return checkNumber(answerOf(answers, "number", cell.id));
    case "text":
      return checkText(cell, answerOf(answers, "text", cell.id));
    case "code":
      return checkCode(cell, answerOf(answers, "code", cell.id), readers);
    case "run":
      return checkRun(cell, answerOf(answers, "run", cell.id));
    case "plot":
      return checkPlot(cell, answers, readers);
    default:
      return cell satisfies never;
  }
}

function checkNumber(answer: AnswerOf<"number"> | null): readonly string[] {
  if (isBlank(answer?.text)) return ["Write the number."];
  return readNumber(answer?.text ?? "") === null
    ? [`“${answer?.text}” is not a number; write one, such as 12.`]
    : [];
}

/** A number as a student writes it, `1,797` too; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^([+-]?\d{1,3})((?:,\d{3})+)(?=\.|$)/, (whole) => whole.replaceAll(",", ""));
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

function checkText({ minWords }: CellOf<"text">, answer: AnswerOf<"text"> | null): readonly string[] {
  const words = countWords(answer?.markdown ?? "");
  if (words === 0) return [`Write your answer, in at least ${minWords} words.`];
  return words < minWords ? [`Say more: ${words} of at least ${minWords} words are there.`] : [];
}

function checkCode(
  cell: CellOf<"code">,
  answer: AnswerOf<"code"> | null,
  { readCode }: Readers,
): readonly string[] {
  const source = answer?.source ?? cell.starter;
  if (isBlank(source) || source === cell.starter) return ["Write the class."];
  const verdict = readCode(cell, source);
  switch (verdict.status) {
    case "accepted":
      return [];
    case "reading":
      return ["The class is being read."];
    case "refused":
      return [`The class cannot be read yet. Line ${verdict.line}: ${verdict.message}.`];
    default:
      return verdict satisfies never;
  }
}

function checkRun(cell: CellOf<"run">, answer: AnswerOf<"run"> | null): readonly string[] {
  const attempt = countingAttempt(answer);
  if (attempt === null) return ["Run it: nothing was trained yet."];
  const [failed] = attempt.failed;
  if (failed !== undefined) return [`A run failed: ${failed.message}`];
  const trained = new Set(attempt.runs.map(({ width }) => width));
  const left = cell.widths.filter((width) => !trained.has(width));
  if (left.length > 0)
    return [`Run it for ${listNumbers(left)} too: the attempt that counts leaves them out.`];
  return attempt.runs.length === 0 ? ["Run it: the attempt that counts has no runs."] : [];
}

/** Runs of the plot's own part are asked for by their own cell. */
function checkPlot(cell: CellOf<"plot">, answers: Answers, { assignment }: Readers): readonly string[] {
  const own = findPlacedCell(assignment, cell.id)?.part;
  return cell.runs.flatMap((id) => {
    const attempt = countingAttempt(answerOf(answers, "run", id));
    if (attempt !== null && attempt.runs.length > 0) return [];
    const placed = findPlacedCell(assignment, id);
    if (placed === null || placed.part === null || placed.part === own) return [];
    return [
      `The plot needs the runs of Problem ${placed.problem.number} Part (${placed.part.letter}): run them.`,
    ];
  });
}

function isTouched(cell: Cell, answers: Answers): boolean {
  const answer = answers.get(cell.id);
  return answer !== undefined && !isEmptyAnswer(cell, answer);
}

function isEmptyAnswer(cell: Cell, answer: Answer): boolean {
  switch (answer.kind) {
    case "number":
      return isBlank(answer.text);
    case "text":
      return isBlank(answer.markdown);
    case "code": {
      const empty = emptyAnswer(cell);
      return isBlank(answer.source) || (empty?.kind === "code" && empty.source === answer.source);
    }
    case "run":
      return answer.attempts.length === 0;
    case "plot":
    case "cover":
      return true;
    default:
      return answer satisfies never;
  }
}

function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === "";
}
