import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { WeightMeasures } from "../../../shared/training/measure-weights.ts";
import type { PlotColumns, PlotLine } from "../../plot/columns.ts";
import type { ViewedRun } from "../viewed-run.ts";

/** What is known of a run's weights after some epochs. */
export type Station = { readonly epoch: number } & Pick<WeightMeasures, "trainMse" | "testMse"> & {
    /** Null where only the run's final numbers are known. */
    readonly gradientNorm: number | null;
  };

/** The PCA floors of the run's width. */
export type RunFloors = { readonly train: number; readonly test: number };

/**
 * The losses of one run by the epochs that it has trained for, 0 to the last: the train loss as training summed it, the test error at the
 * stations, and the floors. Where the loss of training is not the error of the weights that it began the epoch with (see
 * `isScoredAsTrained`), the train error at the stations is a line of its own. Rows are the stations, and every epoch before there are any.
 */
export function buildRunByEpoch(
  run: Pick<ViewedRun, "spec" | "trainLoss">,
  stations: readonly Station[],
  floors: RunFloors | null,
): PlotColumns {
  const { epochs } = run.spec;
  const x = Array.from({ length: epochs + 1 }, (_, epoch) => epoch);
  const at = new Map(stations.map((station) => [station.epoch, station]));
  const scored = (measure: "trainMse" | "testMse") => x.map((epoch) => finite(at.get(epoch)?.[measure]));
  const isOne = isScoredAsTrained(run.spec);
  const unmarked = { isMarked: false } as const;
  const train: PlotLine = {
    ...{ label: "train", meaning: "train", ...unmarked },
    values: x.map((epoch) => finite(run.trainLoss[epoch] ?? (isOne ? at.get(epoch)?.trainMse : undefined))),
  };
  const trainScored: PlotLine = {
    ...{ label: "train, scored", meaning: "train", ...unmarked, isReference: true, shade: 0.6 },
    values: scored("trainMse"),
  };
  const test: PlotLine = { label: "test", meaning: "test", ...unmarked, values: scored("testMse") };
  const floorLine = (label: string, value: number | undefined): PlotLine => ({
    ...{ label, meaning: "floor" },
    values: x.map(() => value ?? null),
  });
  return {
    x,
    lines: [
      train,
      ...(isOne ? [] : [trainScored]),
      test,
      floorLine("PCA floor, train", floors?.train),
      floorLine("PCA floor, test", floors?.test),
    ],
    rows:
      stations.length > 1
        ? stations.map(({ epoch }) => epoch)
        : x.filter((epoch) => epoch <= run.trainLoss.length),
  };
}

/** The slope at the stations where it is known. */
export function buildGradientByEpoch(stations: readonly Station[]): PlotColumns {
  const known = stations.filter(({ gradientNorm }) => gradientNorm !== null && Number.isFinite(gradientNorm));
  return {
    x: known.map(({ epoch }) => epoch),
    lines: [
      {
        ...{ label: "gradient", meaning: "train", isMarked: false },
        values: known.map(({ gradientNorm }) => gradientNorm),
      },
    ],
    rows: known.map((_, i) => i),
  };
}

/** Whether an epoch's loss is the error of the weights that it began with: the full batch, nothing dropped, no penalty. */
export function isScoredAsTrained({ batchSize, loss, model }: ExperimentSpec): boolean {
  return batchSize === "full" && loss.latentL1 === 0 && model.layers.every(({ kind }) => kind !== "dropout");
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
