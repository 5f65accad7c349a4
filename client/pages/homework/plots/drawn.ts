import type { Attempt, AttemptRun } from "../../../../shared/assignment/answers.ts";
import { type Assignment, type CellOf, findPlacedCell } from "../../../../shared/assignment/assignment.ts";

import type { AnomalyScores } from "../../../../shared/metrics/anomaly-scores.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { latentWidth } from "../../../../shared/spec/latent-width.ts";
import { widthWord } from "../../../parts/model-words.ts";
import type { SweepPoint } from "../../../plot/error-by-width.ts";

/** Problem 1 (f). */
export type Place = { readonly problem: number; readonly letter: string };

/** What a plot needs of an attempt. */
export type Drawable = {
  readonly cell: Pick<CellOf<"run">, "id" | "spec">;
  readonly place: Place;
  readonly attempt: {
    readonly name: string;
    readonly runs: readonly Pick<AttemptRun, "width" | "spec" | "metrics">[];
  };
  /** Another attempt of the same cell, drawn faintly to compare with; its name tells it apart. */
  readonly isCompared: boolean;
};

/** An attempt that a plot draws. */
export type DrawnAttempt = Omit<Drawable, "cell" | "attempt"> & {
  readonly cell: CellOf<"run">;
  readonly attempt: Attempt;
};

/** The scores of an attempt's model, and its AUROC of images whatever the scores are of. */
export type Scored = { readonly scores: AnomalyScores; readonly imageAuroc: number };
export type ScoredAttempt = DrawnAttempt & Scored;

/** Where a cell stands; null for one that a problem's intro shows. */
export function placeOf(assignment: Assignment, id: string): Place | null {
  const found = findPlacedCell(assignment, id);
  return found?.part ? { problem: found.problem.number, letter: found.part.letter } : null;
}

export function sayPlace({ problem, letter }: Place): string {
  return `problem ${problem} (${letter})`;
}

/** The spec that an attempt's models share; the cell's own where nothing came of it. */
export function specOfAttempt({ attempt, cell }: Drawable): ExperimentSpec {
  return attempt.runs[0]?.spec ?? cell.spec;
}

export function pointsOf({ runs }: Drawable["attempt"]): readonly SweepPoint[] {
  return runs.flatMap(({ width, spec, metrics }) => {
    const at = width ?? latentWidth(spec);
    return at === null ? [] : [{ width: at, metrics }];
  });
}

/** The digit that is normal: that of the run's split, else that of the cell's. */
export function normalDigit(one: Drawable): number | null {
  const splits = [specOfAttempt(one), one.cell.spec].map(({ dataset }) => dataset.split);
  return splits.find((split) => split.kind === "oneDigit")?.digit ?? null;
}

/** What tells an attempt's lines from the others': its width's word where that does, else its part; its name where it is compared. */
export function tellApart(one: Drawable, all: readonly Drawable[]): string | null {
  if (one.isCompared) return one.attempt.name;
  const others = all.filter((other) => other !== one && !other.isCompared);
  if (others.length === 0) return null;
  const word = widthWord(specOfAttempt(one));
  if (others.every((other) => widthWord(specOfAttempt(other)) !== word)) return word;
  const isSameProblem = others.every(({ place }) => place.problem === one.place.problem);
  return isSameProblem ? `(${one.place.letter})` : sayPlace(one.place);
}
