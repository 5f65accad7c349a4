// `npx node tools/measure-gaps.ts [--seats 300] [--every 12]`: how often the honest runs of a class would be flagged for their gap
// of test and train error, and how often the same runs would be if they had been trained on every image. Each honest run is
// trained by the kernels on the images, whose arithmetic is not that of the moments which say what is honest.

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { openKernels } from "../client/command/kernels-in-node.ts";
import { BUILT_IN_HOMEWORK } from "../shared/assignment/homework/index.ts";
import { specOf } from "../shared/assignment/homework/specs.ts";
import { parseDigits } from "../shared/dataset/digits.ts";
import { scaleImages } from "../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../shared/dataset/split.ts";
import { hasHonestGap, judgeGap, measureHonestGap, measureSeedGap } from "../shared/integrity/honest-gap.ts";
import { evaluate } from "../shared/metrics/evaluate.ts";
import type { ExperimentSpec } from "../shared/spec/experiment.ts";
import { latentWidth } from "../shared/spec/latent-width.ts";
import { trainBySimd } from "../shared/training/simd/train.ts";
import { planSeat } from "./class/seat-plan.ts";

const digits = parseDigits(readFileSync(new URL("../shared/dataset/digits.bin", import.meta.url)));
const means = { digits, openKernels };

const { values } = parseArgs({ options: { seats: { type: "string" }, every: { type: "string" } } });
const [seats, every] = [Number(values.seats ?? 300), Number(values.every ?? 12)];

const specs = Array.from({ length: seats }, (_, seat) => planSeat(seat, BUILT_IN_HOMEWORK))
  .flatMap(({ steps }) =>
    steps.flatMap((step) => (step.kind === "run" ? step.runs.map(({ spec }) => spec) : [])),
  )
  .filter(hasHonestGap);
const sample = specs.filter((_, i) => i % every === 0);

type Row = {
  runs: number;
  flagged: number;
  farthest: number;
  diverged: number;
  onAllFlagged: number;
  nearest: number;
};
const rows = new Map<string, Row>();
for (const spec of sample) {
  const name = `${spec.model.layers[0]?.kind === "conv2d" ? "k" : "h"} = ${latentWidth(spec)}`;
  const row = rows.get(name) ?? {
    ...{ runs: 0, flagged: 0, farthest: 0, diverged: 0, onAllFlagged: 0 },
    nearest: Number.POSITIVE_INFINITY,
  };
  rows.set(name, row);
  row.runs++;
  const honest = measureHonestGap(spec, means);
  if (honest === null) {
    row.diverged++;
    continue;
  }
  const own = judgeGap(trainOnKernels(spec), honest);
  const onAll = judgeGap({ trainMse: 0, testMse: measureSeedGap(spec, means).onAll }, honest);
  row.flagged += own.isFlagged ? 1 : 0;
  row.farthest = Math.max(row.farthest, Math.abs(own.sigmas));
  row.onAllFlagged += onAll.isFlagged ? 1 : 0;
  row.nearest = Math.min(row.nearest, Math.abs(onAll.sigmas));
}

console.log(
  `${sample.length} of the ${specs.length} runs of ${seats} seats that have an honest gap (every ${every}th)`,
);
console.log("model     runs  honest flagged  farthest (sigmas)  on all images flagged  nearest (sigmas)");
for (const [name, row] of rows) {
  console.log(
    `${name.padEnd(9)} ${String(row.runs).padStart(4)}  ${String(row.flagged).padStart(14)}  ${row.farthest.toFixed(3).padStart(17)}  ${String(row.onAllFlagged).padStart(21)}  ${row.nearest.toFixed(1).padStart(16)}`,
  );
}

console.log("\nproblem 1 at h = 80 over 20 seeds, mean ± one standard deviation of the gap");
for (const scaling of ["standardize", "unit"] as const) {
  const base = specOf("problem-1", 80);
  const gaps = Array.from({ length: 20 }, (_, seed) =>
    measureSeedGap({ ...base, seed, dataset: { ...base.dataset, scaling } }, means),
  );
  const honest = describe(gaps.map((gap) => gap.honest));
  console.log(
    `${scaling.padEnd(12)} honest ${honest}, on all images ${describe(gaps.map(({ onAll }) => onAll))}`,
  );
}

function describe(numbers: readonly number[]): string {
  const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const squares = numbers.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  return `${mean.toPrecision(2)} ± ${Math.sqrt(squares / (numbers.length - 1)).toPrecision(2)}`;
}

function trainOnKernels(spec: ExperimentSpec) {
  const { train } = splitExamples(spec.dataset.split, digits.labels);
  const images = takeImages(scaleImages(digits, spec.dataset.scaling), train);
  const training = trainBySimd(spec, images, openKernels());
  let step = training.next();
  while (step.done !== true) step = training.next();
  return evaluate({ spec, weights: step.value, digits });
}
