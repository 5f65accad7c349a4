import * as z from "zod/mini";
import { MAX_ASSIGNMENT_TEXT_CHARACTERS, MAX_ATTEMPT_RUNS } from "../limits.ts";
import { ExperimentSpec } from "../spec/experiment.ts";

/** `1f-run`: the part, then the cell's name in it. Stands in URLs and in references from text (`plot:1f-plot`). */
export const CellId = z
  .string()
  .check(z.regex(/^[a-z0-9]{1,8}(-[a-z0-9]{1,12})?$/, "expected a cell's id, such as 1f-run"));
export type CellId = z.infer<typeof CellId>;

const text = z.string().check(z.maxLength(MAX_ASSIGNMENT_TEXT_CHARACTERS));
const points = z.number().check(z.minimum(0), z.maximum(1_000));

/** The fields of a run's spec that a student may change. */
export const OpenField = z.enum([
  "widths",
  "epochs",
  "learningRate",
  "batchSize",
  "seed",
  "weightDecay",
  "latentL1",
  "split",
]);
export type OpenField = z.infer<typeof OpenField>;

/** What a plot shows of the runs of its cells: errors or random data by width, anomaly scores in and out of class. */
export const PlotKind = z.enum(["errorByWidth", "randomByWidth", "anomalyScores"]);
export type PlotKind = z.infer<typeof PlotKind>;

/** A part's cells. Those that ask for something have an answer of the same kind (answers.ts); `digits` only shows. */
export const Cell = z.discriminatedUnion("kind", [
  /** Random examples with their labels: the first `count` of NumPy's `RandomState(seed).permutation(1797)`. */
  z.strictObject({
    kind: z.literal("digits"),
    id: CellId,
    count: z.int().check(z.minimum(1), z.maximum(30)),
    seed: z.int().check(z.minimum(0), z.maximum(4_294_967_295)),
  }),
  z.strictObject({
    kind: z.literal("number"),
    id: CellId,
    label: text,
    /** The right answer, give or take; for the staff alone (for-students.ts). */
    expected: z.optional(z.strictObject({ value: z.number(), tolerance: z.number().check(z.minimum(0)) })),
  }),
  /** Markdown with math; `minWords` is what a serious answer has at least. */
  z.strictObject({
    kind: z.literal("text"),
    id: CellId,
    label: text,
    minWords: z.int().check(z.minimum(1), z.maximum(500)),
  }),
  /** A class that the lab reads: a model for runs, or a Dataset that hands out items of `itemShape`. */
  z.strictObject({
    kind: z.literal("code"),
    id: CellId,
    label: text,
    reads: z.enum(["model", "dataset"]),
    /** One example's shape: [1, 64] or [1, 8, 8]. */
    itemShape: z.union([
      z.tuple([z.literal(1), z.literal(64)]),
      z.tuple([z.literal(1), z.literal(8), z.literal(8)]),
    ]),
    starter: text,
  }),
  /** Trains the class of the code cell `model`, once for each of `widths` (hidden sizes or kernels; empty: as the class is written). */
  z.strictObject({
    kind: z.literal("run"),
    id: CellId,
    label: text,
    model: CellId,
    /** The built-in solution at one width: what is trained is this with the layers of the student's class. */
    spec: ExperimentSpec,
    widths: z.array(z.int().check(z.minimum(1), z.maximum(1_024))).check(z.maxLength(MAX_ATTEMPT_RUNS)),
    open: z.array(OpenField),
  }),
  /** Draws the answers of run cells side by side, the part's own first. */
  z.strictObject({
    kind: z.literal("plot"),
    id: CellId,
    question: text,
    plot: PlotKind,
    runs: z.array(CellId).check(z.minLength(1), z.maxLength(4)),
    /** What to look for, one click away. */
    see: text,
  }),
]);
export type Cell = z.infer<typeof Cell>;
export type CellKind = Cell["kind"];
export type CellOf<K extends CellKind> = Extract<Cell, { kind: K }>;

/** What a grader ticks in a part: its points count when it is ticked, and below zero they are taken off. */
export const RubricItem = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]{1,12}$/, "expected 1 to 12 lower-case letters or digits")),
  label: z.string().check(z.minLength(1), z.maxLength(200)),
  points: z.number().check(z.minimum(-1_000), z.maximum(1_000)),
  /**
   * The cell by which the lab proposes it: ticked where the cell is complete, and its number right; below zero, where it is not. Without
   * one, people alone tick it.
   */
  cell: z.optional(CellId),
});
export type RubricItem = z.infer<typeof RubricItem>;

export const Part = z.strictObject({
  /** `a`, as in Problem 2 Part (c). */
  letter: z.string().check(z.regex(/^[a-z]$/, "expected one letter")),
  points,
  prompt: text,
  cells: z.array(Cell).check(z.minLength(1), z.maxLength(8)),
  rubric: z.optional(z.array(RubricItem).check(z.maxLength(20))),
});
export type Part = z.infer<typeof Part>;

export const AssignmentProblem = z.strictObject({
  number: z.int().check(z.minimum(1), z.maximum(99)),
  title: text,
  intro: text,
  /** Shown with the intro: nothing here is answered. */
  shown: z.array(Cell),
  parts: z.array(Part).check(z.minLength(1), z.maxLength(26)),
});
export type AssignmentProblem = z.infer<typeof AssignmentProblem>;

/** A homework as an instructor writes it: data alone. Markdown with math in every text. */
export const Assignment = z.strictObject({
  title: text,
  intro: text,
  /** The report's title and file name; {last} and {first} become the student's names. */
  reportTitle: z.string().check(z.minLength(1), z.maxLength(120)),
  /** The lines under the report's title, {name} as above. */
  coverLines: z.array(text).check(z.maxLength(10)),
  /** What a student signs by ticking it. */
  honour: text,
  problems: z.array(AssignmentProblem).check(z.minLength(1), z.maxLength(20)),
});
export type Assignment = z.infer<typeof Assignment>;

/** Every cell of an assignment with where it stands, in the order of the pages. */
export function listCells(assignment: Assignment): readonly PlacedCell[] {
  return assignment.problems.flatMap((problem) => [
    ...problem.shown.map((cell) => ({ problem, part: null, cell })),
    ...problem.parts.flatMap((part) => part.cells.map((cell) => ({ problem, part, cell }))),
  ]);
}
export type PlacedCell = {
  readonly problem: AssignmentProblem;
  /** Null for what a problem's intro shows. */
  readonly part: Part | null;
  readonly cell: Cell;
};

/** The cell with this id and where it stands; null where there is none. */
export function findPlacedCell(assignment: Assignment, id: string): PlacedCell | null {
  return listCells(assignment).find(({ cell }) => cell.id === id) ?? null;
}

/** The cell with this id and kind; null where there is none. */
export function findCell<K extends CellKind>(assignment: Assignment, kind: K, id: string): CellOf<K> | null {
  for (const { cell } of listCells(assignment)) if (cell.id === id && isKind(cell, kind)) return cell;
  return null;
}

function isKind<K extends CellKind>(cell: Cell, kind: K): cell is CellOf<K> {
  return cell.kind === kind;
}
