import type { Answers, Attempt, AttemptRun } from "../../../shared/assignment/answers.ts";
import { type CellOf, findCell } from "../../../shared/assignment/assignment.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { evaluate } from "../../../shared/metrics/evaluate.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { canonicalJson } from "../../../shared/spec/identity.ts";
import { withLatentWidth } from "../../../shared/spec/sweep.ts";
import { digits } from "../digits.ts";
import { trainOnKernels } from "../training/train-on-kernels.ts";

/** A run that was really trained, with what the outbox would hold of it. */
export type TrainedRun = AttemptRun & { readonly trainLoss: readonly number[]; readonly weights: Weights };

const trained = new Map<string, Omit<TrainedRun, "id" | "width">>();
let made = 0;

/** Trains each spec once for all tests of a file. */
export function trainRun(spec: ExperimentSpec, width: number | null): TrainedRun {
  const key = canonicalJson(spec);
  const known = trained.get(key);
  if (known !== undefined) return { ...known, id: nextId(), width };
  const { trainLoss, weights } = trainOnKernels(spec);
  const run = { spec, metrics: evaluate({ spec, weights, digits }), trainLoss, weights };
  trained.set(key, run);
  return { ...run, id: nextId(), width };
}

export function attemptOf(runs: readonly TrainedRun[], changes: Partial<Attempt> = {}): Attempt {
  const bare = runs.map(({ id, width, spec, metrics }) => ({ id, width, spec, metrics }));
  return { id: nextId(), name: "Attempt 1", at: 0, settings: {}, runs: bare, failed: [], ...changes };
}

export function runCell(id: string): CellOf<"run"> {
  const cell = findCell(BUILT_IN_HOMEWORK, "run", id);
  if (cell === null) throw new TypeError(`the homework has no run cell ${id}`);
  return cell;
}

export function plotCell(id: string): CellOf<"plot"> {
  const cell = findCell(BUILT_IN_HOMEWORK, "plot", id);
  if (cell === null) throw new TypeError(`the homework has no plot cell ${id}`);
  return cell;
}

/** What the built-in solution trains in a cell; `change` makes another spec of each. */
export function solve(
  id: string,
  change: (spec: ExperimentSpec) => ExperimentSpec = (spec) => spec,
): readonly TrainedRun[] {
  const { spec, widths } = runCell(id);
  if (widths.length === 0) return [trainRun(change(spec), null)];
  return widths.map((width) => trainRun(change(atWidth(spec, width)), width));
}

export function atWidth(spec: ExperimentSpec, width: number): ExperimentSpec {
  const changed = withLatentWidth(spec, width);
  if (!changed.ok) throw new TypeError(changed.error.message);
  return changed.value;
}

/** Answers in which these attempts count. */
export function answersOf(attempts: Readonly<Record<string, Attempt>>): Answers {
  return new Map(
    Object.entries(attempts).map(([cell, attempt]) => [
      cell,
      { kind: "run", settings: {}, attempts: [attempt], pinned: null },
    ]),
  );
}

function nextId(): string {
  return `00000000-0000-4000-8000-${String(made++).padStart(12, "0")}`;
}
