import type { Metrics } from "../../../shared/api/runs.ts";
import type { PythonRun } from "./plan-model.ts";

/** What the lab has of a run; `trainLoss` is null where it could not be read. */
export type LoggedRun = PythonRun & {
  readonly metrics: Metrics;
  readonly trainLoss: readonly number[] | null;
};

/** What the Python of `writeTraining` prints, with the lab's numbers. `widthName` is what it calls the width. */
export function writeLog(runs: readonly LoggedRun[], widthName: string): string {
  const [first] = runs;
  const lines = runs.length === 1 && first !== undefined ? logOne(first) : runs.flatMap(logEach(widthName));
  return lines.map((line) => `${line}\n`).join("");
}

/** `Epoch: 0 | Train loss: 1.1214`, the course's format. */
export function epochLine(loss: number, epoch: number): string {
  return `Epoch: ${epoch} | Train loss: ${loss.toFixed(4)}`;
}

function logOne({ metrics, trainLoss }: LoggedRun): readonly string[] {
  return [
    ...(trainLoss ?? []).map(epochLine),
    `Training loss: ${metrics.trainMse.toFixed(4)}`,
    `Test loss: ${metrics.testMse.toFixed(4)}`,
    `Loss on random data: ${metrics.randomMse.toFixed(4)}`,
    ...logAuroc(metrics),
  ];
}

function logEach(widthName: string) {
  return ({ width, metrics }: LoggedRun): readonly string[] => {
    const [train, test, random] = [metrics.trainMse, metrics.testMse, metrics.randomMse].map((loss) =>
      loss.toFixed(4),
    );
    return [
      `${widthName} ${width}: training loss ${train}, test loss ${test}, loss on random data ${random}`,
      ...logAuroc(metrics),
    ];
  };
}

function logAuroc({ auroc }: Metrics): readonly string[] {
  return auroc === undefined ? [] : [`AUROC: ${auroc.toFixed(4)}`];
}
