import type { BesidePca } from "../../../shared/metrics/beside-pca.ts";
import { isAffine } from "../../../shared/model/affine-map.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { latentSize } from "../../../shared/spec/latent-width.ts";
import { buildCsv } from "../../plot/csv.ts";
import type { ImageTable } from "../../plot/svg/build-images-svg.ts";
import type { SetName } from "../sets.ts";
import type { ViewedRun } from "../viewed-run.ts";

/** A model, or the PCA beside it, as a row of the grid. */
export type WidthRow = {
  readonly kind: "model" | "pca";
  readonly label: string;
  readonly reconstructions: Float32Array; // [n * 64]
  readonly errors: Float64Array; // [n]
  readonly trainMse: number;
  readonly testMse: number;
  /** Of a model's train error above PCA's; null for PCA itself, and where PCA has nothing to lose. */
  readonly gap: number | null;
};

/** The runs that can stand beside one: of the same data set, by the numbers of their latents, smallest first. */
export function comparableRuns(run: ViewedRun, runs: readonly ViewedRun[]): readonly ViewedRun[] {
  const dataset = JSON.stringify(run.spec.dataset);
  return runs
    .filter(({ spec }) => JSON.stringify(spec.dataset) === dataset)
    .toSorted((a, b) => latentSize(a.spec.model) - latentSize(b.spec.model));
}

/** A row a model, and below the last model of each width a row for PCA of that width. */
export function widthRows(runs: readonly ViewedRun[], found: readonly BesidePca[]): readonly WidthRow[] {
  return runs.flatMap(({ name, metrics }, i): readonly WidthRow[] => {
    const one = found[i];
    if (one === undefined) return [];
    const { size, reconstructions, errors, pca } = one;
    const { trainMse, testMse } = metrics;
    const gap = pca === null ? null : trainMse - pca.trainMse;
    const model = { kind: "model", label: name, reconstructions, errors, trainMse, testMse, gap } as const;
    return pca === null || found[i + 1]?.size === size
      ? [model]
      : [model, { kind: "pca", label: `PCA, ${size}`, ...pca, gap: null }];
  });
}

/** What the grid's gaps mean, of these models. */
export function explainGaps(runs: readonly ViewedRun[], found: readonly BesidePca[]): string {
  const sizes = found.map(({ size }) => size);
  const wide = sizes.some((size) => size >= 64)
    ? " From 64 numbers on, PCA gives every image back, so it has no row there."
    : "";
  if (sizes.every((size) => size >= 64))
    return `These latents hold 64 numbers or more, as many as an image has.${wide} What a model still loses, it has not learned yet.`;
  const best =
    "PCA is fitted to the train images, and no affine map through as many numbers does better on them.";
  if (runs.every(({ spec }) => isFree(spec)))
    return `${best} So the gap in train error is what training has not reached yet: train longer and it shrinks towards 0.${wide}`;
  return runs.every(({ spec }) => isAffine(spec.model))
    ? `${best} So the gap in train error is what training has not reached yet, or what the model is kept from: by its convolutions, dropout or a penalty.${wide}`
    : `${best} A model with a non-linearity may fall below it; one that stays above has not made use of its own.${wide}`;
}

/** Whether nothing but the number of epochs keeps a model from PCA's error: linear layers alone, and no penalty. */
function isFree({ model, loss, optimizer }: ExperimentSpec): boolean {
  return (
    model.layers.every(({ kind }) => kind === "linear") && loss.latentL1 === 0 && optimizer.weightDecay === 0
  );
}

type Looked = {
  readonly places: Int32Array;
  readonly labels: Uint8Array;
  readonly sets: readonly SetName[];
};

/** The error of each image in each row. */
export function widthCsv(rows: readonly WidthRow[], { places, labels, sets }: Looked): string {
  return buildCsv(
    ["model", "place", "digit", "set", "error", "mean train error", "mean test error"],
    rows.flatMap(({ label, errors, trainMse, testMse }) =>
      Array.from(places, (place, i) => [
        ...[label, place, labels[place] ?? null, sets[place] ?? null],
        ...[errors[i] ?? null, trainMse, testMse],
      ]),
    ),
  );
}

/** The grid as a figure; `images` [n * 64] are what goes in. */
export function widthTable(
  rows: readonly WidthRow[],
  { places, labels, sets }: Looked,
  {
    images,
    ...figure
  }: { images: Float32Array; question: string; range: readonly [number, number]; note: string },
): ImageTable {
  const { range } = figure;
  const cut = (values: Float32Array) => Array.from(places, (_, i) => values.subarray(i * 64, (i + 1) * 64));
  return {
    ...figure,
    columns: Array.from(places, (place) => [String(labels[place] ?? ""), sets[place] ?? ""]),
    rows: [
      { label: "image", images: cut(images), range, ramp: "image" },
      ...rows.map(({ label, reconstructions, testMse }) => ({
        ...{ label, images: cut(reconstructions), range, ramp: "image" as const },
        note: `test ${testMse.toFixed(4)}`,
      })),
    ],
  };
}
