import type { EvidenceOf } from "../../../shared/api/flags.ts";
import type { PlotColumns } from "../../plot/columns.ts";

/** The gaps of all seeds, sorted by the honest one, and the run's own at its seed. */
export function buildGapColumns({ run, seeds }: EvidenceOf<"gap">): PlotColumns {
  const sorted = seeds.toSorted((a, b) => a.honest - b.honest);
  const gap = run.metrics.testMse - run.metrics.trainMse;
  return {
    x: sorted.map((_, i) => i + 1),
    lines: [
      { label: "trained honestly", meaning: "normal", values: sorted.map(({ honest }) => honest) },
      {
        label: "trained on all images",
        meaning: "floor",
        values: sorted.map(({ onAll }) => onAll),
        isReference: true,
      },
      {
        label: "this run",
        meaning: "test",
        values: sorted.map(({ seed }) => (seed === run.spec.seed ? gap : null)),
      },
    ],
    rows: sorted.map((_, i) => i),
  };
}
