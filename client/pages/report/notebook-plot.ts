import type { Meaning } from "../../plot/columns.ts";
import type { Figure } from "../../plot/figure.ts";
import { writePlot } from "../../pytorch/write/write-plot.ts";
import type { ReportAttempt, ReportCell } from "./report-content.ts";

/** How the Python names of a run cell end: `1f` for `1f-run`. */
export function pythonName(cell: string): string {
  return cell.replace(/-run$/, "").replaceAll("-", "_");
}

/** The matplotlib of a figure, from what the training cells of the run cells `of` left. `attempts` are those of the notebook. */
export function writeFigure(
  { cell, per }: Extract<ReportCell, { kind: "plot" }>,
  { figure, of }: { readonly figure: Figure; readonly of: readonly string[] },
  attempts: ReadonlyMap<string, ReportAttempt>,
): string {
  const frame = { title: figure.question, xName: figure.x.name, yName: figure.y.name };
  const labelled = (...meanings: readonly Meaning[]) =>
    of.map((id, i) => ({
      name: pythonName(id),
      labels: meanings.map((meaning) => labelsOf(figure, meaning)[i] ?? meaning),
    }));
  switch (cell.plot) {
    case "errorByWidth": {
      const dataset = attempts.get(of[0] ?? "")?.runs[0]?.spec.dataset;
      const floorOf = labelsOf(figure, "floor").length === 0 ? null : (dataset ?? null);
      return writePlot({ ...frame, plot: cell.plot, attempts: labelled("train", "test"), floorOf });
    }
    case "randomByWidth":
      return writePlot({ ...frame, plot: cell.plot, attempts: labelled("random") });
    case "anomalyScores":
      return writePlot({ ...frame, plot: cell.plot, attempts: labelled("normal", "anomaly"), per });
    default:
      return cell.plot satisfies never;
  }
}

/** What a figure calls its lines of a meaning: one a model or sweep, in their order. */
function labelsOf({ columns }: Figure, meaning: Meaning): readonly string[] {
  return columns.lines.filter((line) => line.meaning === meaning).map(({ label }) => label);
}
