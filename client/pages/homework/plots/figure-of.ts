import type { AnswerOf } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { isConvolutional, widthSymbol, widthWord } from "../../../parts/model-words.ts";
import { formatLoss } from "../../../parts/numbers.ts";
import { buildAnomalyHistogram } from "../../../plot/anomaly-histogram.ts";
import {
  buildErrorOfSeries,
  buildRandomOfSeries,
  ERROR_UNIT,
  type Floors,
  type WidthSeries,
} from "../../../plot/error-by-width.ts";
import type { Figure } from "../../../plot/figure.ts";
import {
  type Drawable,
  normalDigit,
  pointsOf,
  type Scored,
  sayPlace,
  specOfAttempt,
  tellApart,
} from "./drawn.ts";

type PlotCell = CellOf<"plot">;

export type FigureInputs = {
  /** Of the plot's run cells, its own part's first; cells that were not run are left out. */
  readonly drawn: readonly Drawable[];
  /** Of the data of the first of them, by hidden size; where `wantsFloors` says so. */
  readonly floors: Floors;
  /** The same attempts with their scores, for plots of anomaly scores alone. */
  readonly scored: readonly (Drawable & Scored)[];
  readonly per: AnswerOf<"plot">["per"];
};

/** A plot cell as data: what the page draws and the report prints. */
export function figureOf(cell: PlotCell, inputs: FigureInputs): Figure {
  switch (cell.plot) {
    case "errorByWidth":
      return errorByWidth(cell, inputs);
    case "randomByWidth":
      return randomByWidth(cell, inputs);
    case "anomalyScores":
      return anomalyScores(cell, inputs);
    default:
      return cell.plot satisfies never;
  }
}

/** Whether PCA floors say something about a plot: its own models are linear ones. */
export function wantsFloors(cell: PlotCell, drawn: readonly Drawable[]): boolean {
  const [own] = drawn;
  return cell.plot === "errorByWidth" && own !== undefined && !isConvolutional(specOfAttempt(own));
}

function errorByWidth(cell: PlotCell, { drawn, floors }: FigureInputs): Figure {
  const shown = wantsFloors(cell, drawn) ? floors : "none";
  const floorNote =
    "PCA floor: the least error on the test images that any linear model of that hidden size can have.";
  return {
    question: cell.question,
    columns: buildErrorOfSeries(seriesOf(drawn), shown),
    x: widthAxis(drawn),
    y: { name: ERROR_UNIT, format: "loss" },
    shape: "lines",
    note: [...describeMarkers(drawn), ...(shown === "none" ? [] : [floorNote])].join(" "),
    file: cell.id,
  };
}

function randomByWidth(cell: PlotCell, { drawn }: FigureInputs): Figure {
  const zeros = "The same 50 examples for every model. To answer zeros, always, has an error of about 1.";
  return {
    question: cell.question,
    columns: buildRandomOfSeries(seriesOf(drawn)),
    x: widthAxis(drawn),
    y: { name: `error on random data (${ERROR_UNIT})`, format: "loss" },
    shape: "lines",
    note: [...describeMarkers(drawn), zeros].join(" "),
    file: cell.id,
  };
}

function anomalyScores(cell: PlotCell, { scored, per }: FigureInputs): Figure {
  const models = scored.map((one, i) => ({
    ...lookOf(one, i),
    scores: one.scores,
    normalLabel: `digit ${normalDigit(one) ?? "?"}${suffixOf(one, scored)}`,
    anomalyLabel: `other digits${suffixOf(one, scored)}`,
  }));
  const name =
    per === "image" ? `reconstruction error of an image (${ERROR_UNIT})` : "square error of a single pixel";
  return {
    question: cell.question,
    columns: buildAnomalyHistogram(models),
    x: { name, symbol: "error =" },
    y: { name: `share of the ${per}s of each kind (%)`, format: "number" },
    shape: "steps",
    note: describeAuroc(scored, per),
    file: `${cell.id}-${per}`,
  };
}

/** `AUROC of images: 0.4942 for (d), 0.9954 for (a).` Of pixels, too, where the scores are of pixels. */
function describeAuroc(scored: readonly (Drawable & Scored)[], per: FigureInputs["per"]): string {
  const list = (value: (one: Drawable & Scored) => number) =>
    scored.map((one) => {
      const name = tellApart(one, scored);
      return `${formatLoss(value(one))}${name === null ? "" : ` for ${name}`}`;
    });
  if (scored.length === 0) return "";
  const images = `AUROC of images: ${list(({ imageAuroc }) => imageAuroc).join(", ")}.`;
  return per === "image"
    ? images
    : `AUROC of pixels: ${list(({ scores }) => scores.auroc).join(", ")}. ${images}`;
}

function seriesOf(drawn: readonly Drawable[]): readonly WidthSeries[] {
  return drawn.map((one, i) => ({
    points: pointsOf(one.attempt),
    suffix: suffixOf(one, drawn),
    ...lookOf(one, i),
  }));
}

/** The first is what the plot is about; what it is compared with is thinner, and another attempt faint. */
function lookOf({ isCompared }: Drawable, place: number): { isReference?: boolean; shade?: number } {
  return { ...(place > 0 && { isReference: true }), ...(isCompared && { shade: 0.5 }) };
}

function suffixOf(one: Drawable, all: readonly Drawable[]): string {
  const name = tellApart(one, all);
  return name === null ? "" : `, ${name}`;
}

function describeMarkers(drawn: readonly Drawable[]): readonly string[] {
  const [own, ...others] = drawn.filter(({ isCompared }) => !isCompared);
  if (own === undefined || others.length === 0) return [];
  const say = (one: Drawable) => `${sayPlace(one.place)}, by ${widthWord(specOfAttempt(one))}`;
  return [`Filled markers: ${say(own)}. Hollow markers: ${others.map(say).join("; ")}.`];
}

function widthAxis(drawn: readonly Drawable[]): Figure["x"] {
  const specs = drawn.map(specOfAttempt);
  const words = [...new Set(specs.map(widthWord))];
  const widths = drawn.flatMap(({ attempt }) => pointsOf(attempt).map(({ width }) => width));
  const [own] = specs;
  return {
    name: words.length === 0 ? "width" : words.join(" or "),
    symbol: own === undefined || words.length > 1 ? "width =" : `${widthSymbol(own)} =`,
    ticks: [...new Set(widths)].toSorted((a, b) => a - b),
  };
}
