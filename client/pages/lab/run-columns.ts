import type { Metrics } from "../../../shared/api/runs.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { describeEngine } from "../../parts/engine-words.ts";
import { formatDuration, formatLoss } from "../../parts/numbers.ts";
import type { Cell } from "../../plot/csv.ts";
import { floorAt } from "../../plot/error-by-width.ts";
import { isFinished, type Run } from "../../state/training-run.ts";

/** A column of the table of runs: what it sorts and saves by, and what it shows. */
export type RunColumn = {
  readonly name: string;
  readonly isNumber: boolean;
  readonly value: (run: Run) => Cell;
  readonly show: (run: Run) => string;
};

const NONE = "–";

export function runColumns({
  widthName,
  floors,
  anomaly,
  stateName,
}: {
  widthName: string;
  floors: Float64Array | null;
  anomaly: boolean;
  stateName: (run: Run) => string;
}): readonly RunColumn[] {
  const floor = (run: Run) => {
    const width = latentWidth(run.spec);
    return floors === null || width === null ? null : floorAt(floors, width);
  };
  return [
    numbers(widthName, ({ spec }) => latentWidth(spec), String),
    numbers("seed", ({ spec }) => spec.seed, String),
    words("engine", ({ choice }) =>
      choice === null ? NONE : `${describeEngine(choice.engine)}, ${choice.device}`,
    ),
    numbers("train", metric("trainMse"), formatLoss),
    numbers("test", metric("testMse"), formatLoss),
    numbers("random", metric("randomMse"), formatLoss),
    ...(anomaly ? [numbers("AUROC", metric("auroc"), formatLoss)] : []),
    ...(floors === null ? [] : [numbers("PCA floor", floor, formatLoss)]),
    numbers("time", (run) => (isFinished(run) ? run.outcome.durationMs : null), formatDuration),
    words("state", stateName),
  ];
}

/** Sorted by one column; what has no value comes last either way. */
export function sortRuns(
  runs: readonly Run[],
  { column, down }: { column: RunColumn; down: boolean },
): readonly Run[] {
  return runs.toSorted((a, b) => {
    const [x, y] = [column.value(a), column.value(b)];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    const order = typeof x === "number" && typeof y === "number" ? x - y : String(x).localeCompare(String(y));
    return down ? -order : order;
  });
}

function metric(name: keyof Metrics) {
  return (run: Run) => (isFinished(run) ? (run.outcome.metrics[name] ?? null) : null);
}

function numbers(
  name: string,
  value: (run: Run) => number | null,
  format: (value: number) => string,
): RunColumn {
  const show = (run: Run) => {
    const number = value(run);
    return number === null ? NONE : format(number);
  };
  return { name, isNumber: true, value, show };
}

function words(name: string, value: (run: Run) => string): RunColumn {
  return { name, isNumber: false, value, show: value };
}
