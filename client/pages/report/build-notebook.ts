import { PRINT_COLORS } from "../../plot/svg/print-colors.ts";
import type { NotebookCell, NotebookOutput, NotebookPicture } from "../../pytorch/notebook/write-notebook.ts";
import { type Kernel, makeKernel } from "../../pytorch/write/kernel.ts";
import { SETUP, TRAINING } from "../../pytorch/write/setup.ts";
import { writeDigits } from "../../pytorch/write/write-digits.ts";
import { writeTraining } from "../../pytorch/write/write-training.ts";
import { pythonName, writeFigure } from "./notebook-plot.ts";
import type {
  ReportAttempt,
  ReportCell,
  ReportContent,
  ReportPart,
  ReportProblem,
} from "./report-content.ts";
import { withoutHtml } from "./without-html.ts";
import { NOT_ANSWERED, nameFinding, nameRun, sayFailed } from "./words.ts";

/** Drawn figures by the cell that they are of. */
export type Pictures = ReadonlyMap<string, NotebookPicture>;

const AGAIN = "# This stood above; since then another cell gave one of its names another meaning.";
/** `![caption](plot:1f-plot)` in an answer. */
const PLOT_REFERENCE = /!\[([^\]]*)\]\(plot:([a-z0-9-]+)\)/g;

/** What is carried from cell to cell. */
type Book = {
  readonly kernel: Kernel;
  /** Of the training cells so far, by their run cell. */
  readonly attempts: Map<string, ReportAttempt>;
  readonly pictures: Pictures;
};

/**
 * A homework as a notebook that runs in Jupyter from its first cell to its last. Ids of cells that the assignment has not
 * have a `_`, which no cell of an assignment has.
 */
export function buildNotebook(content: ReportContent, pictures: Pictures): readonly NotebookCell[] {
  const book: Book = { kernel: makeKernel(), attempts: new Map(), pictures };
  const cover = [
    markdown("cover_page", sayCover(content)),
    code(book, "cover_setup", SETUP),
    code(book, "cover_training", TRAINING),
  ];
  return cover.concat(content.problems.flatMap((problem) => problemCells(book, problem)));
}

function problemCells(book: Book, problem: ReportProblem): readonly NotebookCell[] {
  return [
    markdown(
      `problem_${problem.number}`,
      `## Problem ${problem.number}: ${problem.title}\n\n${problem.intro}`,
    ),
    ...problem.shown.flatMap((cell) => cellsOf(book, cell)),
    ...problem.parts.flatMap((part) => [
      markdown(`part_${part.id}`, sayPart(part)),
      ...part.cells.flatMap((cell) => cellsOf(book, cell)),
    ]),
  ];
}

function cellsOf(book: Book, one: ReportCell): readonly NotebookCell[] {
  const { id } = one.cell;
  switch (one.kind) {
    case "digits": {
      const again = repeat(book, id, [SETUP]);
      return [...again, code(book, id, writeDigits(one.cell), outputsOf(book, id))];
    }
    case "number":
      return [markdown(id, `**${one.cell.label}:** ${one.text ?? `*${NOT_ANSWERED}*`}`)];
    case "text":
      return [one.markdown === null ? notAnswered(id, one.cell.label) : textCell(book, id, one.markdown)];
    case "code":
      return [one.source === null ? notAnswered(id, one.cell.label) : code(book, id, one.source)];
    case "run":
      return one.attempt === null ? [notAnswered(id, one.cell.label)] : runCells(book, id, one.attempt);
    case "plot":
      return plotCells(book, one);
    default:
      return one satisfies never;
  }
}

function runCells(book: Book, id: string, attempt: ReportAttempt): readonly NotebookCell[] {
  const failed = sayFailed(attempt).map((line) => `- ${line}`);
  const failures = failed.length === 0 ? [] : [markdown(`${id}_failed`, failed.join("\n"))];
  if (attempt.runs.length === 0) return failures;
  const again = repeat(book, id, [SETUP, TRAINING, attempt.code.source]);
  const runs = attempt.runs.map(({ contents, ...run }) => ({
    ...run,
    trainLoss: contents.status === "read" ? contents.trainLoss : null,
  }));
  const { code: written, asked } = attempt;
  const training = writeTraining({ name: pythonName(id), code: written, runs, asked });
  book.attempts.set(id, attempt);
  return [
    ...again,
    code(book, id, training.source, [{ kind: "printed", text: training.printed }]),
    ...linkCells(id, attempt),
    ...failures,
  ];
}

function linkCells(id: string, { runs }: ReportAttempt): readonly NotebookCell[] {
  const links = runs.flatMap(({ contents, ...run }) => {
    if (contents.status === "unreadable" || contents.link === null) return [];
    return [`- ${nameRun(run)}, ${nameFinding(contents)}: <${contents.link}>`];
  });
  return links.length === 0 ? [] : [markdown(`${id}_links`, `In the lab:\n\n${links.join("\n")}`)];
}

function plotCells(book: Book, one: Extract<ReportCell, { kind: "plot" }>): readonly NotebookCell[] {
  const { id, question } = one.cell;
  const { figure } = one;
  switch (figure.status) {
    case "notAnswered":
      return [notAnswered(id, question)];
    case "unreadable":
      return [markdown(id, `**${question}** *${figure.message}*`)];
    case "drawn": {
      const again = repeat(book, id, [SETUP, TRAINING]);
      return [...again, code(book, id, writeFigure(one, figure, book.attempts), outputsOf(book, id))];
    }
    default:
      return figure satisfies never;
  }
}

/** An answer whose plots travel in the cell. */
function textCell({ pictures }: Book, id: string, text: string): NotebookCell {
  const attachments = new Map<string, string>();
  const source = withoutHtml(text).replaceAll(PLOT_REFERENCE, (whole, caption: string, plot: string) => {
    const picture = pictures.get(plot);
    if (picture === undefined) return whole;
    attachments.set(`${plot}.png`, picture.png);
    return `![${caption}](attachment:${plot}.png)`;
  });
  return { kind: "markdown", id, source, attachments };
}

function outputsOf({ pictures }: Book, id: string): readonly NotebookOutput[] {
  const picture = pictures.get(id);
  return picture === undefined ? [] : [{ kind: "picture", ...picture }];
}

/** Cells that run sources again whose names another cell took since; the first source last, so that it has the last word. */
function repeat({ kernel }: Book, id: string, sources: readonly string[]): readonly NotebookCell[] {
  return sources.toReversed().flatMap((source, i): readonly NotebookCell[] => {
    if (!kernel.needs(source)) return [];
    kernel.run(source);
    return [{ kind: "code", id: `${id}_again${i}`, source: `${AGAIN}\n${source}`, outputs: [] }];
  });
}

function code(
  { kernel }: Book,
  id: string,
  source: string,
  outputs: readonly NotebookOutput[] = [],
): NotebookCell {
  kernel.run(source);
  return { kind: "code", id, source, outputs };
}

function markdown(id: string, source: string): NotebookCell {
  return { kind: "markdown", id, source };
}

function notAnswered(id: string, label: string): NotebookCell {
  return markdown(id, `**${label}:** *${NOT_ANSWERED}*`);
}

function sayCover({ title, assignment, cover, honour }: ReportContent): string {
  return [
    `# ${assignment}`,
    [...cover, title].join("  \n"),
    `**${honour.isSigned ? "Signed" : "Not signed"}:** ${honour.text}`,
    "The outputs below were made by Latent Lab. The cells train the same models with PyTorch, from the same seeds, and print the same numbers.",
  ].join("\n\n");
}

/** The heading in bold red, and the question as a quotation. */
function sayPart({ heading, prompt }: ReportPart): string {
  const question = prompt
    .split("\n")
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
  return `### <span style="color: ${PRINT_COLORS.solution}"><strong>${heading}</strong></span>\n\n${question}`;
}
