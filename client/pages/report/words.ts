import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { nameVerification } from "../../outbox/words.ts";
import { widthSymbol } from "../../parts/model-words.ts";
import { plural } from "../../parts/numbers.ts";
import {
  listReportCells,
  type ReportAttempt,
  type ReportContent,
  type ReportRun,
  type RunContents,
} from "./report-content.ts";

export const NOT_ANSWERED = "Not answered.";

/** What an attempt's runs have in common: `Tested on 50 % of the images (split seed 0), 50 epochs, Adam with …` */
export function saySettings({ epochs, optimizer, batchSize, loss, seed, dataset }: ExperimentSpec): string {
  const { split } = dataset;
  return [
    split.kind === "random"
      ? `Tested on ${percent(split.testFraction)} of the images (split seed ${split.seed})`
      : `Trained on the digit ${split.digit} alone${
          split.heldOutFraction === undefined
            ? ""
            : `, of which ${percent(split.heldOutFraction)} was kept to be scored (split seed ${split.seed})`
        }`,
    plural(epochs, "epoch"),
    `Adam with a learning rate of ${optimizer.learningRate}`,
    ...(optimizer.weightDecay === 0 ? [] : [`a weight decay of ${optimizer.weightDecay}`]),
    ...(loss.latentL1 === 0 ? [] : [`an L1 penalty of ${loss.latentL1} on the latent`]),
    batchSize === "full" ? "all training images in one batch" : `batches of ${batchSize}`,
    `seed ${seed}`,
  ].join(", ");
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(3))} %`;
}

/** `h = 20`; `the class as written` where no width was set and none can be read. */
export function nameRun({ width, spec }: Pick<ReportRun, "width" | "spec">): string {
  const at = width ?? latentWidth(spec);
  return at === null ? "the class as written" : `${widthSymbol(spec)} = ${at}`;
}

/** What the server found of a run, in a word or two, or why that is not known. */
export function nameFinding(contents: RunContents): string {
  if (contents.status === "unreadable") return "not read";
  return contents.verification === null ? "not yet sent" : nameVerification(contents.verification);
}

/** Runs that gave no numbers, a sentence each. */
export function sayFailed({ failed }: Pick<ReportAttempt, "failed">): readonly string[] {
  return failed.map(
    ({ width, message }) =>
      `${width === null ? "A run" : `The run with ${width}`} gave no numbers: ${message}`,
  );
}

/** Which runs of a report have no link yet; null where all have. */
export function sayUnsent(content: ReportContent | null): string | null {
  const cells = content === null ? [] : listReportCells(content);
  const runs = cells.flatMap((one) => (one.kind === "run" ? (one.attempt?.runs ?? []) : []));
  const unsent = runs.filter(({ contents }) => contents.status === "read" && contents.link === null).length;
  if (unsent === 0) return null;
  return `${plural(unsent, "run")} of this report ${unsent === 1 ? "is" : "are"} not with the class yet, so that there is no link to print. Runs are sent by themselves when the network is there; open the report again then.`;
}
