import { buildCsv } from "../../plot/csv.ts";
import type { Bench } from "./build-bench.ts";
import type { BenchThreshold } from "./create-threshold.ts";
import type { Panel } from "./panel.ts";
import { formatRate } from "./words.ts";

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

/** The figure as it stands, for a file. */
export async function saveBench(
  { digit, run, rival }: Bench,
  {
    question,
    panels,
    threshold,
  }: {
    readonly question: string;
    readonly panels: readonly Panel[];
    readonly threshold: Pick<BenchThreshold, "score" | "rivalScore">;
  },
): Promise<string> {
  const { buildBenchSvg } = await import("./build-bench-svg.ts");
  const saved = [run, rival].flatMap((model, i) => {
    const panel = panels[i];
    if (model === null || panel === undefined) return [];
    const isHeld = i === 0;
    const score = isHeld ? threshold.score() : threshold.rivalScore();
    const words = `AUROC ${formatRate(model.heaps.scores.auroc)}`;
    return [{ name: model.name, words, panel, threshold: { score, isHeld } }];
  });
  return buildBenchSvg({ question, normalLabel: `digit ${digit}`, panels: saved });
}
