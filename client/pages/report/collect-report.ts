import type { Metrics, Verification } from "../../../shared/api/runs.ts";
import {
  type Answers,
  type AttemptRun,
  answerOf,
  countingAttempt,
} from "../../../shared/assignment/answers.ts";
import { type Assignment, type CellOf, findCell, listCells } from "../../../shared/assignment/assignment.ts";
import type { Digits } from "../../../shared/dataset/digits.ts";
import type { AnomalyScores, ScoreQuestion } from "../../../shared/metrics/anomaly-scores.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { Result } from "../../../shared/result.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Floors } from "../../plot/error-by-width.ts";
import { type DrawnAttempt, placeOf, type ScoredAttempt, sayPlace } from "../homework/plots/drawn.ts";
import { figureOf, wantsFloors } from "../homework/plots/figure-of.ts";
import { buildReport } from "./build-report.ts";
import type { ReportContent, ReportFigure, RunContents } from "./report-content.ts";

/** A run as a report needs it. Weights are asked for only where a plot scores with them. */
export type ReadRun = {
  readonly trainLoss: readonly number[];
  readonly metrics: Metrics | null;
  readonly verification: Verification | null;
  /** The whole address of the run's link. */
  readonly link: string | null;
  readonly readWeights: () => Promise<Result<Weights, string>>;
};

/** What a report is collected from. */
export type ReportSources = {
  readonly assignment: Assignment;
  readonly answers: Answers;
  readonly digits: Digits;
  /** A failure is a sentence that says why; never rejects. */
  readonly readRun: (run: AttemptRun) => Promise<Result<ReadRun, string>>;
  readonly findFloors: (dataset: ExperimentSpec["dataset"]) => Promise<Float64Array>;
  readonly findScores: (question: Omit<ScoreQuestion, "digits">) => Promise<AnomalyScores>;
};

/** How far collecting is, in words. */
export type OnProgress = (words: string) => void;

/** How many runs are asked for at a time. */
const AT_ONCE = 4;

/** Reads every run that counts, computes what the plots need, and builds the report. */
export async function collectReport(sources: ReportSources, onProgress: OnProgress): Promise<ReportContent> {
  const { assignment, answers, digits } = sources;
  const read = await readRuns(sources, onProgress);
  const figures = new Map<string, ReportFigure>();
  const plots = listCells(assignment).flatMap(({ cell }) => (cell.kind === "plot" ? [cell] : []));
  for (const [i, cell] of plots.entries()) {
    onProgress(`Drawing plot ${i + 1} of ${plots.length}.`);
    figures.set(cell.id, await collectFigure(cell, sources, read));
  }
  const runs = new Map(Array.from(read, ([id, result]) => [id, contentsOf(result)] as const));
  return buildReport({ assignment, answers, digits, runs, figures });
}

type Read = ReadonlyMap<string, Result<ReadRun, string>>;

async function readRuns(
  { assignment, answers, readRun }: ReportSources,
  onProgress: OnProgress,
): Promise<Read> {
  const runs = listCells(assignment).flatMap(({ cell }) =>
    cell.kind === "run" ? (countingAttempt(answerOf(answers, "run", cell.id))?.runs ?? []) : [],
  );
  const read = new Map<string, Result<ReadRun, string>>();
  for (let start = 0; start < runs.length; start += AT_ONCE) {
    onProgress(`Reading run ${start + 1} of ${runs.length}.`);
    const some = runs.slice(start, start + AT_ONCE);
    await Promise.all(some.map(async (run) => read.set(run.id, await readRun(run))));
  }
  return read;
}

function contentsOf(read: Result<ReadRun, string>): RunContents {
  if (!read.ok) return { status: "unreadable", message: read.error };
  const { trainLoss, metrics, verification, link } = read.value;
  return { status: "read", trainLoss, metrics, verification, link };
}

async function collectFigure(
  cell: CellOf<"plot">,
  sources: ReportSources,
  read: Read,
): Promise<ReportFigure> {
  const { assignment, answers } = sources;
  const drawn = cell.runs.flatMap((id): readonly DrawnAttempt[] => {
    const [run, place] = [findCell(assignment, "run", id), placeOf(assignment, id)];
    const attempt = countingAttempt(answerOf(answers, "run", id));
    if (run === null || place === null || attempt === null || attempt.runs.length === 0) return [];
    return [{ cell: run, place, attempt, isCompared: false }];
  });
  const [own] = drawn;
  // A plot without its own part's runs would answer another question.
  if (own === undefined || own.cell.id !== cell.runs[0]) return { status: "notAnswered" };
  const per = answerOf(answers, "plot", cell.id)?.per ?? "image";
  const floors = await collectFloors(cell, drawn, sources);
  const scored: ScoredAttempt[] = [];
  if (cell.plot === "anomalyScores") {
    for (const one of drawn) {
      const found = await scoreAttempt(one, per, sources, read);
      if (typeof found === "string") return { status: "unreadable", message: found };
      scored.push(found);
    }
  }
  return {
    status: "drawn",
    figure: figureOf(cell, { drawn, floors, scored, per }),
    of: drawn.map((one) => one.cell.id),
  };
}

async function collectFloors(
  cell: CellOf<"plot">,
  drawn: readonly DrawnAttempt[],
  { findFloors }: ReportSources,
): Promise<Floors> {
  const dataset = drawn[0]?.attempt.runs[0]?.spec.dataset;
  return dataset !== undefined && wantsFloors(cell, drawn) ? findFloors(dataset) : "none";
}

/** An attempt with the scores of its last run, as the notebook page draws it; a sentence where that cannot be read. */
async function scoreAttempt(
  one: DrawnAttempt,
  per: ScoreQuestion["per"],
  { findScores }: ReportSources,
  read: Read,
): Promise<ScoredAttempt | string> {
  const run = one.attempt.runs.at(-1);
  const splits = [run?.spec.dataset.split, one.cell.spec.dataset.split];
  const asked = splits.find((split) => split?.kind === "oneDigit");
  if (run === undefined || asked === undefined)
    return `The runs of ${sayPlace(one.place)} are of no single digit, so that they cannot be scored.`;
  const found = read.get(run.id);
  const weights = found?.ok ? await found.value.readWeights() : found;
  if (weights === undefined || !weights.ok)
    return `The model of ${sayPlace(one.place)} is needed for this plot and cannot be read. ${weights?.error ?? ""} Run its cell again: the same seed gives the same numbers.`;
  const question = { spec: run.spec, weights: weights.value, asked };
  const scores = await findScores({ ...question, per });
  const { auroc } = per === "image" ? scores : await findScores({ ...question, per: "image" });
  return { ...one, scores, imageAuroc: auroc };
}
