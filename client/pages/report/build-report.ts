import {
  type Answers,
  type Attempt,
  answerOf,
  COVER,
  countingAttempt,
} from "../../../shared/assignment/answers.ts";
import {
  type Assignment,
  type AssignmentProblem,
  type Cell,
  type CellOf,
  findCell,
  type Part,
} from "../../../shared/assignment/assignment.ts";
import { fillNames, reportTitle } from "../../../shared/assignment/cover.ts";
import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import { permutation } from "../../../shared/random/numpy.ts";
import type { LabelledDigit } from "../../plot/svg/build-digits-svg.ts";
import type {
  ReportAttempt,
  ReportCell,
  ReportContent,
  ReportFigure,
  ReportPart,
  ReportRun,
  RunContents,
} from "./report-content.ts";

/** Where a report comes from: a notebook that is being written, or what was handed in. */
export type ReportSource = {
  readonly assignment: Assignment;
  readonly answers: Answers;
  readonly digits: Digits;
  /** By run id; those that are not there count as unreadable. */
  readonly runs: ReadonlyMap<string, RunContents>;
  /** By plot cell. */
  readonly figures: ReadonlyMap<string, ReportFigure>;
};

export function buildReport(source: ReportSource): ReportContent {
  const { assignment, answers } = source;
  const cover = answerOf(answers, "cover", COVER);
  const names = { firstName: cover?.firstName ?? "", lastName: cover?.lastName ?? "" };
  return {
    title: reportTitle(assignment, names),
    assignment: assignment.title,
    cover: assignment.coverLines.map((line) => fillNames(line, names)),
    honour: { text: assignment.honour, isSigned: cover?.honour === true },
    problems: assignment.problems.map((problem) => ({
      number: problem.number,
      title: problem.title,
      intro: problem.intro,
      shown: problem.shown.map((cell) => buildCell(cell, source)),
      parts: problem.parts.map((part) => buildPart(problem, part, source)),
    })),
  };
}

function buildPart(problem: AssignmentProblem, part: Part, source: ReportSource): ReportPart {
  return {
    id: `${problem.number}${part.letter}`,
    heading: `Solution to Problem ${problem.number} Part (${part.letter})`,
    prompt: part.prompt,
    cells: part.cells.map((cell) => buildCell(cell, source)),
  };
}

function buildCell(cell: Cell, source: ReportSource): ReportCell {
  const { answers } = source;
  const { kind } = cell;
  switch (kind) {
    case "digits":
      return { kind, cell, digits: pickDigits(cell, source.digits) };
    case "number":
      return { kind, cell, text: filled(answerOf(answers, kind, cell.id)?.text) };
    case "text":
      return { kind, cell, markdown: filled(answerOf(answers, kind, cell.id)?.markdown) };
    case "code":
      return { kind, cell, source: codeOf(cell, answers) };
    case "run":
      return { kind, cell, attempt: buildAttempt(cell, source) };
    case "plot":
      return {
        kind,
        cell,
        figure: source.figures.get(cell.id) ?? { status: "notAnswered" },
        per: answerOf(answers, kind, cell.id)?.per ?? "image",
      };
    default:
      return cell satisfies never;
  }
}

function filled(text: string | undefined): string | null {
  return text === undefined || text.trim() === "" ? null : text;
}

/** What the student wrote; the starter alone is no answer. */
function codeOf({ id, starter }: CellOf<"code">, answers: Answers): string | null {
  const source = filled(answerOf(answers, "code", id)?.source);
  return source?.trim() === starter.trim() ? null : source;
}

function buildAttempt(
  cell: CellOf<"run">,
  { assignment, answers, runs }: ReportSource,
): ReportAttempt | null {
  const attempt = countingAttempt(answerOf(answers, "run", cell.id));
  const code = findCell(assignment, "code", cell.model);
  if (attempt === null || code === null) return null;
  return {
    name: attempt.name,
    code: { source: answerOf(answers, "code", code.id)?.source ?? "", itemShape: code.itemShape },
    asked: cell.spec.dataset.split,
    runs: attempt.runs.map((run) => buildRun(run, runs)),
    failed: attempt.failed,
  };
}

function buildRun(run: Attempt["runs"][number], runs: ReportSource["runs"]): ReportRun {
  const contents = runs.get(run.id) ?? { status: "unreadable", message: "This run was not found." };
  const metrics = contents.status === "read" ? contents.metrics : null;
  return { ...run, metrics: metrics ?? run.metrics, contents };
}

/** The first of NumPy's `RandomState(seed).permutation(1797)`. */
function pickDigits({ count, seed }: CellOf<"digits">, { pixels, labels }: Digits): readonly LabelledDigit[] {
  return [...permutation(new Mt19937(seed), labels.length).subarray(0, count)].map((i) => ({
    label: labels[i] ?? 0,
    pixels: pixels.subarray(i * PIXELS, (i + 1) * PIXELS),
  }));
}
