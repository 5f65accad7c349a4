import type { ClassPlot, PlotGroup } from "../../../../shared/api/class.ts";
import { formatLoss, plural } from "../../../parts/numbers.ts";
import { NO_COLUMNS, type PlotDot } from "../../../plot/columns.ts";
import { ERROR_UNIT } from "../../../plot/error-by-width.ts";
import type { Figure } from "../../../plot/figure.ts";
import { buildClassByWidth, CLASS_RANDOM, CLASS_TRAIN_AND_TEST, placeOf } from "./class-columns.ts";
import { buildDistribution } from "./distribution.ts";
import { findOutliers, type MetricName, type Outlier } from "./outliers.ts";

/** Whether single students may be seen; where not, quartiles are of as many as this or more. */
export const LEAST_OF_A_CROWD = 5;
/** Dots that a plot has room for; the table of outliers has all. */
const MOST_DOTS = 24;

export type ClassFigure = {
  readonly figure: Figure;
  readonly outliers: readonly Outlier[];
};

/** The class version of a plot as data. `call` gives the name of the plot's nth student; unset, no one is to be told from the others. */
export function buildClassFigure(plot: ClassPlot, call?: (student: number) => string): ClassFigure {
  return plot.plot === "anomalyScores" ? buildAurocs(plot, call) : buildByWidth(plot, call);
}

function buildByWidth(plot: ClassPlot, call: ((student: number) => string) | undefined): ClassFigure {
  const measures = plot.plot === "randomByWidth" ? CLASS_RANDOM : CLASS_TRAIN_AND_TEST;
  const [own, ...others] = plot.groups;
  const metrics = measures.map(({ metric }) => metric);
  const outliers = call === undefined || own === undefined ? [] : findOutliers(own, metrics);
  const singles = call !== undefined;
  const least = singles ? 1 : LEAST_OF_A_CROWD;
  const columns = buildClassByWidth(plot.groups, { measures, singles, least });
  const dots = dotsOf(outliers, call, ({ width, value }) => ({
    x: width ?? 0,
    y: within(columns.span, value),
  }));
  const word = own?.convolutional ? "number of kernels" : "hidden size";
  const floor = columns.lines.some(({ meaning }) => meaning === "floor");
  return {
    outliers,
    figure: {
      question: plot.question,
      columns: { ...columns, dots },
      x: {
        name: others.length === 0 ? word : "hidden size or number of kernels",
        symbol: others.length > 0 ? "width =" : own?.convolutional ? "k =" : "h =",
        ticks: columns.x,
      },
      y: {
        name: plot.plot === "randomByWidth" ? `error on random data (${ERROR_UNIT})` : ERROR_UNIT,
        format: "loss",
      },
      shape: "lines",
      note: [
        `${plural(studentsOf(own), "student")}. Band: from the first quartile to the third${
          singles ? "; each faint line is one student" : `, of ${LEAST_OF_A_CROWD} students or more`
        }.`,
        `Hollow markers: PyTorch${others.length === 0 ? "" : `, and the median of ${others.map(placeOf).join(", ")}`}.`,
        ...(floor ? ["PCA floor: the least error of any linear model, at the widths that are marked."] : []),
        ...(dots.length > 0
          ? [
              "Rings: the farthest outlier of a student each, at the edge where it is beyond; they open the run.",
            ]
          : []),
      ].join(" "),
      file: `class-${plot.cell}`,
    },
  };
}

/** How well each student's model tells the kinds apart; models of all widths together, as their students chose them. */
function buildAurocs(plot: ClassPlot, call: ((student: number) => string) | undefined): ClassFigure {
  const groups = plot.groups.map(poolWidths);
  const [own] = groups;
  const outliers = call === undefined || own === undefined ? [] : findOutliers(own, ["auroc"]);
  const isCrowd = call !== undefined || studentsOf(own) >= LEAST_OF_A_CROWD;
  const columns = isCrowd ? buildDistribution(groups, { metric: "auroc", width: null }) : NO_COLUMNS;
  const span = [columns.x[0] ?? 0, columns.x.at(-1) ?? 1] as const;
  const dots = dotsOf(outliers, call, ({ value }) => ({ x: within(span, value), y: 0 }));
  const reference = plot.groups[0]?.reference.auroc.find((value) => value !== null);
  return {
    outliers,
    figure: {
      question: plot.question,
      columns: { ...columns, dots },
      x: { name: "AUROC of images", symbol: "AUROC =" },
      y: { name: "students", format: "number" },
      shape: "steps",
      note: [
        `${plural(studentsOf(own), "student")}.`,
        ...(reference === undefined || reference === null ? [] : [`PyTorch: ${reference.toFixed(4)}.`]),
        ...(groups.length > 1 ? [`Filled: ${placeOf(groups[0] ?? { part: "" })}.`] : []),
        "The first and the last step hold what is beyond them.",
        ...(dots.length > 0
          ? [
              "Rings: the farthest outlier of a student each, at the edge where it is beyond; they open the run.",
            ]
          : []),
      ].join(" "),
      file: `class-${plot.cell}`,
    },
  };
}

/** A dot for each student's farthest run; one that lies beyond the frame stands at its edge. */
function dotsOf(
  outliers: readonly Outlier[],
  call: ((student: number) => string) | undefined,
  place: (outlier: Outlier) => Pick<PlotDot, "x" | "y">,
): readonly PlotDot[] {
  const farthest = outliers.filter(
    ({ student }, i) => outliers.findIndex((one) => one.student === student) === i,
  );
  return farthest.slice(0, MOST_DOTS).map((outlier) => {
    const { student, width, metric, value, distance, link } = outlier;
    const where = width === null ? "" : ` at ${width}`;
    const what = `${METRIC_WORDS[metric]} ${formatLoss(value)}${where}, ${sayDistance(distance)}`;
    return { ...place(outlier), label: `${call?.(student) ?? "a student"}: ${what}`, href: `/r/${link}` };
  });
}

function within([low, high]: readonly [number, number] = [0, 1], value: number): number {
  return Math.min(high, Math.max(low, value));
}

export const METRIC_WORDS: Readonly<Record<MetricName, string>> = {
  trainMse: "train error",
  testMse: "test error",
  randomMse: "error on random data",
  auroc: "AUROC",
};

function sayDistance(distance: number): string {
  return `${distance >= 100 ? Math.round(distance) : distance.toPrecision(2)} spreads from the median`;
}

/** All of a group as if they had one width: the number of each student that was found last. */
export function poolWidths(group: PlotGroup): PlotGroup {
  const students = Math.max(0, ...group.links.map(({ length }) => length));
  const places = Array.from({ length: students }, (_, student) =>
    group.links.findLastIndex((column) => (column[student] ?? null) !== null),
  );
  const pool = <V>(columns: readonly (readonly (V | null)[])[]): (V | null)[][] => [
    places.map((place, student) => columns[place]?.[student] ?? null),
  ];
  const { trainMse, testMse, randomMse, auroc } = group.metrics;
  const first = (column: readonly (number | null)[]) => [column.find((value) => value !== null) ?? null];
  return {
    ...group,
    widths: [null],
    metrics: {
      trainMse: pool(trainMse),
      testMse: pool(testMse),
      randomMse: pool(randomMse),
      auroc: pool(auroc),
    },
    links: pool(group.links),
    reference: {
      trainMse: first(group.reference.trainMse),
      testMse: first(group.reference.testMse),
      randomMse: first(group.reference.randomMse),
      auroc: first(group.reference.auroc),
    },
    floors: null,
  };
}

/** Those with a run in the group. */
function studentsOf(group: PlotGroup | undefined): number {
  if (group === undefined) return 0;
  const students = Math.max(0, ...group.links.map(({ length }) => length));
  return Array.from({ length: students }, (_, i) =>
    group.links.some((column) => (column[i] ?? null) !== null),
  ).filter(Boolean).length;
}
