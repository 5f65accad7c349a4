import { PIXELS } from "../../../shared/dataset/digits.ts";
import type { PlotColumns } from "../../plot/columns.ts";
import { buildCsv } from "../../plot/csv.ts";
import type { Figure } from "../../plot/figure.ts";
import type { Bench } from "./build-bench.ts";
import { formatRate } from "./words.ts";

const SAVED = { width: 640, frameHeight: 260 } as const; // px

/** Every image that the run is scored on: its place in the data, its digit, and each one's score of it. */
export function benchCsv({ digit, run, rival, baselines }: Bench, labels: Uint8Array): string {
  const others = rival === null ? baselines : [rival, ...baselines];
  const header = ["image", "digit", "normal", run.name, ...others.map(({ name }) => name)];
  const rows = Array.from(run.examples, (place) => [
    place,
    labels[place] ?? null,
    labels[place] === digit ? 1 : 0,
    run.errors[place] ?? null,
    ...others.map(({ errors }) => errors[place] ?? null),
  ]);
  return buildCsv(header, rows);
}

/** The heaps as SVG, for a file. */
export async function drawBench(
  question: string,
  { run, rival }: Bench,
  columns: PlotColumns,
): Promise<string> {
  const { buildSvg } = await import("../../plot/svg/build-svg.ts");
  const auroc = [run, rival].flatMap((model) =>
    model === null ? [] : [`AUROC ${formatRate(model.heaps.scores.auroc)} (${model.name})`],
  );
  const figure: Figure = {
    ...{ question, columns },
    x: { name: `anomaly score (mean square error over ${PIXELS} pixels)`, symbol: "score" },
    y: { name: "share of the images (%)", format: "number" },
    shape: "steps",
    note: auroc.join("; "),
    file: "anomaly-bench",
  };
  return buildSvg(figure, SAVED);
}
