import { quantile } from "../../../shared/metrics/quantile.ts";
import type { Estimate } from "../../../shared/metrics/separation.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { formatNumber } from "../../parts/numbers.ts";
import type { BenchModel } from "./build-bench.ts";

/** Reconstructions that keep less than this share of what tells images apart are one picture to the eye. */
const COLLAPSED = 0.01;

/** A model whose error on other digits is so many times larger has learned what is peculiar to its own. */
const LEARNED = 2;

/** `0.995`, `−0.008`: rates and areas to three decimals, so that they stand below each other. */
export function formatRate(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3).replace("-", "−") : "–";
}

/** `0.991 to 0.998`. */
export function formatInterval({ low, high }: Estimate): string {
  return Number.isFinite(low) ? `${formatRate(low)} to ${formatRate(high)}` : "";
}

/** `0.196`, `1.00`: a score to three digits, so that two of them can be compared. */
export function formatScore(value: number): string {
  return value > 0 && value < 1e4 ? value.toPrecision(3) : formatNumber(value);
}

/** `87 %`, `0.6 %`. */
export function formatShare(part: number, whole: number): string {
  const percent = (100 * part) / whole;
  return `${percent >= 10 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1)} %`;
}

/** What a model is worth as a detector, in a few words, and why, with its own numbers. */
export type Verdict = { readonly headline: string; readonly why: string };

/** `auroc` has its interval once the bootstrap is through. */
export function describeSeparation(model: BenchModel, digit: number, auroc: Estimate | null): Verdict {
  const { scores } = model.heaps;
  const [normal, anomaly] = [quantile(scores.normal, 0.5), quantile(scores.anomaly, 0.5)];
  const isCoin = auroc === null ? Math.abs(scores.auroc - 0.5) < 0.04 : auroc.low <= 0.5 && auroc.high >= 0.5;
  const typical = `a typical ${digit} has an error of ${formatScore(normal)}, a typical other image one of ${formatScore(anomaly)}`;
  if (model.kept < COLLAPSED) {
    return {
      headline: isCoin ? "It separates nothing" : sayStrength(scores.auroc),
      why: `Every image comes out as the same picture: its reconstructions keep ${formatShare(model.kept, 1)} of what tells the images apart. ${sayPenalties(model.spec)}So the error only says how far an image is from that one picture, and ${typical}.${isCoin ? " The heaps lie on each other, and no threshold can part them." : ""}`,
    };
  }
  if (isCoin) {
    return {
      headline: "It separates nothing",
      why: `The heaps lie on each other: ${typical}. It treats the ${digit} like any other digit, so no threshold can part them.`,
    };
  }
  const apart =
    scores.auroc < 0.5
      ? `It gives other digits back better than the ${digit}`
      : model.knows === digit && anomaly > LEARNED * normal
        ? `It has learned to draw a ${digit}, and it draws whatever else it sees with the same strokes`
        : `It gives the ${digit} back better than other digits`;
  return {
    headline: sayStrength(scores.auroc),
    why: `${apart}: ${typical}. Of a random ${digit} and a random other image, the other has the larger error in ${formatNumber(100 * scores.auroc)} of 100 pairs.`,
  };
}

/** What a training with penalties gave the reconstruction up for; empty of one without. */
function sayPenalties({ optimizer: { weightDecay }, loss: { latentL1 } }: ExperimentSpec): string {
  const decay = weightDecay > 0 ? [`weight decay of ${weightDecay}`] : [];
  const l1 = latentL1 > 0 ? [`an L1 penalty of ${latentL1} on the latent`] : [];
  const penalties = [...decay, ...l1];
  if (penalties.length === 0) return "";
  return `Under ${penalties.join(" and ")} it cost less to let every weight shrink than to draw anything. `;
}

function sayStrength(auroc: number): string {
  if (auroc < 0.5) return "It is worse than a coin";
  if (auroc < 0.75) return "It hardly tells them apart";
  return auroc < 0.95 ? "It tells many of them apart" : "It tells them apart";
}
