import type { RunView } from "../../../shared/api/runs.ts";
import { DIGITS_COUNT } from "../../../shared/dataset/digits.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import type { Said } from "../../outbox/words.ts";
import { formatLoss, formatNumber, plural } from "../../parts/numbers.ts";

/** What was trained, on what, and what came of it. */
export function sayRun({ spec, metrics }: Pick<RunView, "spec" | "metrics">): string {
  const { split } = spec.dataset;
  const epochs = plural(spec.epochs, "epoch");
  if (split.kind === "oneDigit") {
    const auroc = metrics.auroc === undefined ? "" : ` with an AUROC of ${formatNumber(metrics.auroc)}`;
    return `${nameKind(spec)}, trained for ${epochs} on the digit ${split.digit} alone, tells the other digits from it${auroc}.`;
  }
  const test = Math.ceil(DIGITS_COUNT * split.testFraction);
  const train = DIGITS_COUNT - test;
  return `${nameKind(spec)}, trained for ${epochs} on ${formatNumber(train)} digits, rebuilds ${formatNumber(test)} others with a mean square error of ${formatLoss(metrics.testMse)}.`;
}

/** `A linear autoencoder of hidden size 20`. */
function nameKind(spec: ExperimentSpec): string {
  const { layers } = spec.model;
  const width = latentWidth(spec);
  if (layers.every(({ kind }) => kind === "linear"))
    return `A linear autoencoder of hidden size ${width ?? "?"}`;
  if (layers.some(({ kind }) => kind === "conv2d")) {
    return `A convolutional autoencoder with ${width === null ? plural(layers.length, "layer") : plural(width, "kernel")}`;
  }
  return `An autoencoder of ${plural(layers.length, "layer")}${width === null ? "" : ` and hidden size ${width}`}`;
}

/** What the server found, for someone who meets the run for the first time. */
export function sayVerified({ verification }: Pick<RunView, "verification">): Said {
  switch (verification.status) {
    case "reproduced":
      return {
        tone: "good",
        words:
          "Reproduced: the server trained this from its seed and got the same weights. The numbers are the server’s own.",
      };
    case "scored":
      return {
        tone: "good",
        words:
          "Verified: the server ran these weights on the digits again. The numbers are the server’s own.",
      };
    case "rejected":
      return {
        tone: "failed",
        words: `Rejected: ${verification.reason}. It is on no board; the numbers are those that the server found.`,
      };
    default:
      return verification satisfies never;
  }
}

/** Whose curve it is: a reproduced run's was compared with the server's own, every other is what the browser reported. */
export function sayCurve({ verification }: Pick<RunView, "verification">): string {
  return verification.status === "reproduced"
    ? "The server’s own training gave the same curve."
    : "As reported by the browser that trained it. The numbers beside are the server’s own.";
}
