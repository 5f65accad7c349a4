import * as z from "zod/mini";
import { PlotKind } from "../assignment/assignment.ts";
import { LOSS_COURSES } from "../metrics/loss-course.ts";

/** Training times are counted between these: below 3 ms, from 3 to 10, ..., from 100 s on. */
export const TIME_EDGES_MILLISECONDS = [3, 10, 30, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000] as const;

/** States of all parts of a student as one text, a digit a part in the order of `parts`. */
export const STATE_CODES = { empty: "0", draft: "1", ready: "2" } as const;

export const ClassPart = z.object({
  id: z.string(),
  problem: z.int(),
  letter: z.string(),
  points: z.number(),
  /** The cells whose states make this part's. */
  cells: z.array(z.string()),
});
export type ClassPart = z.infer<typeof ClassPart>;

/** A column for each thing that a class page shows of a student: entry i of every column is the same student's. */
export const StudentColumns = z.object({
  id: z.array(z.string()),
  pseudonym: z.array(z.string()),
  /** Empty where neither roster nor student says. */
  name: z.array(z.string()),
  section: z.array(z.string()),
  /** STATE_CODES, one a part. */
  states: z.array(z.string()),
  /** The part that was worked on last; empty before the first answer. */
  part: z.array(z.string()),
  /** When anything came in last, or the student joined. */
  activeAt: z.array(z.string()),
  runs: z.array(z.int()),
  /** Of the newest run; empty before the first. */
  engine: z.array(z.string()),
  device: z.array(z.string()),
  lossCourse: z.array(z.enum(LOSS_COURSES)),
  /** How many of the newest runs in a row have a loss that did not fall. */
  failingRuns: z.array(z.int()),
  submissions: z.array(z.int()),
  handedInAt: z.array(z.nullable(z.string())),
});
export type StudentColumns = z.infer<typeof StudentColumns>;

/** How long runs took on one engine and device: `counts` by TIME_EDGES_MILLISECONDS, one more than there are edges. */
export const DeviceTimes = z.object({
  engine: z.string(),
  device: z.string(),
  runs: z.int(),
  counts: z.array(z.int()),
});
export type DeviceTimes = z.infer<typeof DeviceTimes>;

/** A plot of the homework that there is a class version of. */
export const ClassPlotName = z.object({
  cell: z.string(),
  part: z.string(),
  plot: PlotKind,
  question: z.string(),
});
export type ClassPlotName = z.infer<typeof ClassPlotName>;

/** `GET /api/courses/COURSE/class`, for staff, with an ETag: how far everyone is. */
export const ClassView = z.object({
  title: z.string(),
  parts: z.array(ClassPart),
  students: StudentColumns,
  devices: z.array(DeviceTimes),
  plots: z.array(ClassPlotName),
});
export type ClassView = z.infer<typeof ClassView>;

const column = z.array(z.nullable(z.number()));

/**
 * The runs of one run cell that count, of every student: `metrics.testMse[w][s]` is student s's at `widths[w]`, null without a
 * verified run. `width` null: the class was trained as it is written.
 */
export const PlotGroup = z.object({
  cell: z.string(),
  part: z.string(),
  label: z.string(),
  /** Whether its models are convolutions, whose width is a number of kernels. */
  convolutional: z.boolean(),
  widths: z.array(z.nullable(z.int())),
  metrics: z.object({
    trainMse: z.array(column),
    testMse: z.array(column),
    randomMse: z.array(column),
    auroc: z.array(column),
  }),
  /** The run behind each, as it stands in /r/TOKEN. */
  links: z.array(z.array(z.nullable(z.string()))),
  /** What PyTorch gives for the cell's own spec, by width; null where nobody ran it there. */
  reference: z.object({ trainMse: column, testMse: column, randomMse: column, auroc: column }),
  /** PCA floor of the test images by width; null where it says nothing. */
  floors: z.nullable(column),
});
export type PlotGroup = z.infer<typeof PlotGroup>;

/** `GET /api/courses/COURSE/class/plots/CELL`, for staff, with an ETag: a plot of the homework with every student's runs in it. */
export const ClassPlot = z.object({
  cell: z.string(),
  plot: PlotKind,
  question: z.string(),
  see: z.string(),
  /** The students of the columns, by id: those with at least one run. */
  students: z.array(z.string()),
  /** The plot's own run cell first. */
  groups: z.array(PlotGroup),
});
export type ClassPlot = z.infer<typeof ClassPlot>;
