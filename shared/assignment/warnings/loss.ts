import type { AttemptRun } from "../answers.ts";
import { type Counting, type Facts, nameWidths, type Warning } from "./warning.ts";

/** A loss that fell by less than this share never moved. */
const STUCK_SHARE = 0.01;

/** Runs that gave no numbers, and losses that never moved or rose. */
export function listLossWarnings({ cell, attempt }: Counting, { losses }: Facts): readonly Warning[] {
  const known = attempt.runs.flatMap((run) => {
    const [first, last] = [losses.get(run.id)?.[0], losses.get(run.id)?.at(-1)];
    return first === undefined || last === undefined ? [] : [{ run, first, last }];
  });
  const risen = known.filter(({ first, last }) => last > first * (1 + STUCK_SHARE));
  const stuck = known.filter((one) => !risen.includes(one) && one.last > one.first * (1 - STUCK_SHARE));
  return [
    ...failedRuns({ cell, attempt }),
    ...stuck.slice(0, 1).map(({ run, first }): Warning => {
      const { epochs, optimizer } = run.spec;
      return {
        cell: cell.id,
        kind: "stuckLoss",
        message: `The loss stayed at ${first.toFixed(4)} through all ${epochs} epochs${among(stuck)}, so nothing was learned, and errors and plots say nothing about the model. Train for longer, or with a larger learning rate than ${optimizer.learningRate}.`,
      };
    }),
    ...risen.slice(0, 1).map(
      ({ run, first, last }): Warning => ({
        cell: cell.id,
        kind: "risenLoss",
        message: `The loss rose from ${first.toFixed(4)} to ${last.toFixed(4)}${among(risen)}: each step went too far, and the model is worse than before training. Use a smaller learning rate than ${run.spec.optimizer.learningRate}.`,
      }),
    ),
  ];
}

function among(runs: readonly { readonly run: AttemptRun }[]): string {
  const widths = nameWidths(runs.map(({ run }) => run));
  return widths === "" ? "" : ` (${widths})`;
}

function failedRuns({ cell, attempt }: Counting): readonly Warning[] {
  const [first] = attempt.failed;
  if (first === undefined) return [];
  const all = attempt.failed.length + attempt.runs.length;
  return [
    {
      cell: cell.id,
      kind: "failedRuns",
      message: `${attempt.failed.length} of ${all} runs gave no numbers, so they are missing from the plot. The first of them: ${first.message}`,
    },
  ];
}
