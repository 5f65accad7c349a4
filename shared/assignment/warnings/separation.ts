import type { AnswerOf } from "../answers.ts";
import type { CellOf } from "../assignment.ts";
import type { Counting, Warning } from "./warning.ts";

/** AUROC values that are as close are the same. */
const SAME_AUROC = 0.0005;

/** Histograms that do not show what their part asks: scores of pixels, or a model that is no better than the plain one. */
export function listSeparationWarnings(
  cell: CellOf<"plot">,
  answer: AnswerOf<"plot"> | null,
  countings: readonly Counting[],
): readonly Warning[] {
  if (cell.plot !== "anomalyScores") return [];
  const pixels: readonly Warning[] =
    answer?.per === "pixel"
      ? [
          {
            cell: cell.id,
            kind: "pixelScores",
            message:
              "These are the errors of single pixels, but whether an image is an anomaly is asked of images: most pixels of any image are easy, so the two heaps overlap far more than the images do. Choose “per image” for your answer.",
          },
        ]
      : [];
  return [...pixels, ...noBetter(cell, countings)];
}

/** The first run cell is the part's own, the next the one that it is to be better than. */
function noBetter(cell: CellOf<"plot">, countings: readonly Counting[]): readonly Warning[] {
  const [own, plain] = cell.runs.map((id) => countings.find((one) => one.cell.id === id));
  const [now, before] = [aurocOf(own), aurocOf(plain)];
  if (now === null || before === null || now > before + SAME_AUROC) return [];
  const [from, to] = [before.toFixed(3), now.toFixed(3)];
  const what =
    now < before - SAME_AUROC
      ? `AUROC fell from ${from} to ${to}: this model tells the digits apart worse than the plain one, however its histogram looks`
      : `AUROC is ${to}, as it was with the plain model: this one tells the digits apart no better`;
  return [
    {
      cell: cell.id,
      kind: "noBetter",
      message: `${what}. Change one thing at a time and look at AUROC; if nothing helps, say in your answer what you tried and why you think it did not.`,
    },
  ];
}

function aurocOf(counting: Counting | undefined): number | null {
  return counting?.attempt.runs.at(-1)?.metrics.auroc ?? null;
}
