import type { NoiseError } from "../../../shared/metrics/noise-error.ts";
import type { Spectrum } from "../../../shared/metrics/spectrum.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { formatLoss, formatNumber, plural } from "../../parts/numbers.ts";
import type { SweepPoint } from "../../plot/error-by-width.ts";
import { spreadOf } from "../../plot/spread.ts";
import { projectionError } from "./against-theory.ts";
import { isScoredAsTrained } from "./run-by-epoch.ts";

/** What Adam's learning rate is and does; `examples` are those of train. */
export function sayRate({ optimizer, epochs, batchSize }: ExperimentSpec, examples: number): string {
  const { learningRate } = optimizer;
  const perEpoch = batchSize === "full" ? 1 : Math.ceil(examples / batchSize);
  const steps = perEpoch * epochs;
  return [
    `The learning rate is ${learningRate} from the first epoch to the last: nothing lowers it on the way.`,
    `Adam’s first step moves each weight by that much, ${learningRate}, however flat the loss is there: its two averages are corrected for having begun at 0, so that they are the slope and its square.`,
    `With ${plural(perEpoch, "step")} an epoch it takes ${plural(steps, "step")}: no weight goes much further than ${formatNumber(steps * learningRate)} from where it began.`,
  ].join(" ");
}

/** What the loss that training prints is, beside the error of the same weights. */
export function sayLoss(spec: ExperimentSpec): string {
  const { split } = spec.dataset;
  const strangers =
    split.kind === "oneDigit"
      ? ` The test images are all digits but the ${split.digit}: none was trained on.`
      : "";
  if (isScoredAsTrained(spec))
    return `The train loss at an epoch is the error of the weights after that many epochs; so is the test error.${strangers}`;
  const why = [
    ...(spec.batchSize === "full" ? [] : ["a mean over the batches of an epoch, while the weights move"]),
    ...(spec.model.layers.some(({ kind }) => kind === "dropout") ? ["taken with units dropped"] : []),
    ...(spec.loss.latentL1 === 0 ? [] : ["with the penalty on the latent in it"]),
  ];
  return `“train” is the loss that training prints: ${why.join(", ")}. “train, scored” is the error of the weights after that many epochs, as the test error is.${strangers}`;
}

/** What the gradient is of. */
export function sayGradient({ batchSize, loss, model, optimizer }: ExperimentSpec): string {
  const also = [
    ...(optimizer.weightDecay === 0 ? [] : ["weight decay"]),
    ...(loss.latentL1 === 0 ? [] : ["the penalty on the latent"]),
  ];
  return [
    `Of the mean square error on all train images${also.length === 0 ? "" : ` with ${also.join(" and ")}`}.`,
    ...(batchSize === "full"
      ? []
      : ["Training itself saw that of one batch at a time, which is more ragged."]),
    ...(model.layers.some(({ kind }) => kind === "dropout") ? ["With no unit dropped."] : []),
  ].join(" ");
}

/** What the plots leave out, with its numbers, the mean where there are several seeds. */
export function sayTooWide(points: readonly SweepPoint[]): string {
  const widths = [...new Set(points.map(({ width }) => width))].toSorted((a, b) => a - b);
  if (widths.length === 0) return "";
  const each = widths.map((width) => {
    const mean = (measure: "trainMse" | "testMse" | "randomMse") => {
      const values = points.filter((point) => point.width === width).map(({ metrics }) => metrics[measure]);
      return formatLoss(spreadOf(values)?.mean ?? Number.NaN);
    };
    return `h = ${width} (train ${mean("trainMse")}, test ${mean("testMse")}, random data ${mean("randomMse")})`;
  });
  return `Too wide for these axes, with a floor of 0: ${each.join(", ")}.`;
}

/** Why a trained model does not leave of noise what a projection of its width does; `noise` is null while it is worked out. */
export function sayNoise(
  {
    width,
    randomMse,
    affine,
  }: { readonly width: number; readonly randomMse: number; readonly affine: boolean },
  noise: NoiseError | null,
): string {
  const measured = `At h = ${width} a projection leaves ${formatLoss(projectionError(width))} of noise on average; this model left ${formatLoss(randomMse)} of the 50 random images.`;
  if (!affine)
    return `${measured} It has an activation: it is no projection, and does to noise what no one trained it for.`;
  if (noise === null) return measured;
  const { map, bias } = noise;
  return `${measured} Its weights are no projection: training moved them only as far as digits asked. Of noise without end they would leave ${formatLoss(map)}, and its biases, which add the same picture to every image, another ${formatLoss(bias)}.`;
}

/** How many directions the images have, and which pixels are the same in all of them. */
export function sayRank({ all, train }: { readonly all: Spectrum; readonly train: Spectrum }): string {
  const whole = `The ${formatNumber(1_797)} images differ in ${all.rank} directions, not 64: ${nameConstant(all)}.`;
  const own =
    train.rank === all.rank && train.constant.length === all.constant.length
      ? "The train images have the same rank."
      : `The train images differ in ${train.rank}: ${nameConstant(train)}.`;
  return `${whole} ${own} A linear model with ${train.rank} hidden units could give every train image back without an error.`;
}

function nameConstant({ constant, rank }: Spectrum): string {
  if (constant.length === 0) return "every pixel changes, but some follow from the others";
  const named = constant.map((place) => `row ${Math.floor(place / 8) + 1} column ${(place % 8) + 1}`);
  const more = 64 - rank > constant.length ? ", and some others follow from the rest" : "";
  const verb = constant.length === 1 ? "one pixel never changes" : `${constant.length} pixels never change`;
  return `${verb} (${named.join(", ")})${more}`;
}
