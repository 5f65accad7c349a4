import type { GradedRun, PartWork } from "../../../shared/api/grading/graded-work.ts";
import type { CellOf } from "../../../shared/assignment/assignment.ts";
import type { ScoreUnit } from "../../../shared/metrics/anomaly-scores.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import type { Result } from "../../../shared/result.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { ask } from "../../engine/analyst.ts";
import type { Figure } from "../../plot/figure.ts";
import { loadDigits } from "../../state/digits.ts";
import { type Drawable, type Scored, sayPlace } from "../homework/plots/drawn.ts";
import { figureOf, wantsFloors } from "../homework/plots/figure-of.ts";

/** A plot of what was handed in; `missing` says why it cannot be drawn. */
export type WorkFigure =
  | { readonly status: "drawn"; readonly figure: Figure }
  | { readonly status: "notAnswered" }
  | { readonly status: "missing"; readonly why: string };

/** Reads the model of a run cell's last run; a failure is a sentence. */
export type ReadWeights = (cell: string, spec: ExperimentSpec) => Promise<Result<Weights, string>>;

type DrawnWork = Drawable & { readonly runs: readonly GradedRun[] };

/** Draws a plot cell of a part that was handed in: with the floors, and with the scores of its models where it shows those. */
export async function findWorkFigure(
  work: PartWork,
  cell: CellOf<"plot">,
  readWeights: ReadWeights,
): Promise<WorkFigure> {
  const drawn = listDrawn(work, cell);
  const [own] = drawn;
  // A plot without its own part's runs would answer another question.
  if (own === undefined || own.cell.id !== cell.runs[0]) return { status: "notAnswered" };
  const per = perOf(work, cell.id);
  const scored: (DrawnWork & Scored)[] = [];
  if (cell.plot === "anomalyScores") {
    for (const one of drawn) {
      const found = await score(work, one, { per, readWeights });
      if (typeof found === "string") return { status: "missing", why: found };
      scored.push({ ...one, ...found });
    }
  }
  const dataset = own.runs[0]?.spec.dataset;
  const floors =
    dataset !== undefined && wantsFloors(cell, drawn)
      ? await ask({ name: "floors", question: { dataset }, digits: await loadDigits() })
      : "none";
  return { status: "drawn", figure: figureOf(cell, { drawn, floors, scored, per }) };
}

/** What a plot of this part draws: its run cells that were answered, its own part's first. */
export function listDrawn({ answers }: PartWork, cell: CellOf<"plot">): readonly DrawnWork[] {
  return cell.runs.flatMap((id): readonly DrawnWork[] => {
    const answer = answers.find((one) => one.cell === id)?.answer;
    const place = placeOfCell(id);
    if (answer?.kind !== "run" || place === null) return [];
    const [first] = answer.runs;
    if (first === undefined) return [];
    const { runs } = answer;
    return [{ cell: { id, spec: first.spec }, place, attempt: { name: "", runs }, isCompared: false, runs }];
  });
}

/** `1f-run` stands in problem 1 (f). */
function placeOfCell(id: string): Drawable["place"] | null {
  const [, problem, letter] = /^(\d+)([a-z])-/.exec(id) ?? [];
  return problem === undefined || letter === undefined ? null : { problem: Number(problem), letter };
}

function perOf({ answers }: PartWork, cell: string): ScoreUnit {
  const answer = answers.find((one) => one.cell === cell)?.answer;
  return answer?.kind === "plot" ? answer.per : "image";
}

/** The scores of an attempt's last model; a sentence where they cannot be had. */
async function score(
  work: PartWork,
  one: DrawnWork,
  { per, readWeights }: { readonly per: ScoreUnit; readonly readWeights: ReadWeights },
): Promise<Scored | string> {
  const run = one.runs.at(-1);
  const cell = work.cells.find(({ id }) => id === one.cell.id);
  const splits = [run?.spec.dataset.split, cell?.kind === "run" ? cell.spec.dataset.split : undefined];
  const asked = splits.find((split) => split?.kind === "oneDigit");
  if (run === undefined || asked === undefined)
    return `The runs of ${sayPlace(one.place)} are of no single digit, so that they cannot be scored.`;
  const weights = await readWeights(one.cell.id, run.spec);
  if (!weights.ok) return `The model of ${sayPlace(one.place)} cannot be read. ${weights.error}`;
  const question = { spec: run.spec, weights: weights.value, asked };
  const digits = await loadDigits();
  const scores = await ask({ name: "scores", question: { ...question, per }, digits });
  const { auroc } =
    per === "image" ? scores : await ask({ name: "scores", question: { ...question, per: "image" }, digits });
  return { scores, imageAuroc: auroc };
}
