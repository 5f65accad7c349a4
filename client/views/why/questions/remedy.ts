import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { formatLoss } from "../../../parts/numbers.ts";
import type { Facts, RunNumbers } from "../facts.ts";
import type { Question } from "../question.ts";

const [WEIGHT_DECAY, LATENT_L1, EPOCHS] = [0.5, 1, 100];

export const REMEDY: Question = {
  id: "remedy",
  about: ({ spec }) =>
    spec.dataset.split.kind === "oneDigit" ? `the digit ${spec.dataset.split.digit}` : "",
  ask: () =>
    `A remedy that is often copied: weight decay of ${WEIGHT_DECAY} and an L1 penalty of ${LATENT_L1} on the latent, for ${EPOCHS} epochs. What AUROC does it reach?`,
  given: (facts) => {
    const plain = facts.runs.find((run) => isPlain(run) && sameDigit(run, facts.run));
    const known =
      plain?.metrics.auroc === undefined
        ? ""
        : ` Your model without penalties reached ${plain.metrics.auroc.toFixed(3)}.`;
    return `1 tells the digits apart without a mistake, 0.5 is a coin.${known}`;
  },
  guess: { kind: "number", label: "AUROC of the penalized model", low: 0, high: 1, step: 0.01 },
  fits: ({ spec }) => spec.dataset.split.kind === "oneDigit",
  answer(facts) {
    const { run, runs, data } = facts;
    const same = runs.filter((one) => sameDigit(one, run) && one.metrics.auroc !== undefined);
    const penalized = same.find(isRemedy);
    const plain = same.find(isPlain);
    if (penalized?.metrics.auroc === undefined) {
      const words = "This needs a model with these two penalties.";
      const spec = penalize(run.spec);
      return { status: "missing", train: { words, sweep: { spec, widths: [], seeds: [spec.seed] } } };
    }
    const { auroc, trainMse } = penalized.metrics;
    const beside = plain?.metrics.auroc;
    return {
      status: "known",
      truth: auroc,
      measured: `AUROC ${auroc.toFixed(3)}${beside === undefined ? "" : `, ${beside.toFixed(3)} without the penalties`}`,
      sentences: [
        beside === undefined
          ? `With both penalties AUROC is ${auroc.toFixed(3)}.`
          : `With both penalties AUROC is ${auroc.toFixed(3)}; without them it was ${beside.toFixed(3)}.`,
        "Training makes the sum of error and penalties small. These penalties are so large that the cheapest way is to shrink the weights until almost nothing passes, whatever that does to the error.",
        `So the model does not even give back the digit that it was trained on: its train error is ${formatLoss(trainMse)}${sayMean(data)}.`,
        "Every image is then answered with nearly the same picture, an almost blank one. An image’s score is then hardly more than the mean square of its own pixels, how strong its strokes are, whatever digit they make.",
        "Its two heaps of errors may look neat and narrow all the same; AUROC says whether they are apart.",
      ],
    };
  },
};

function sayMean(data: Facts["data"]): string {
  const mean = data?.floors.train[0];
  return mean === undefined ? "" : `, where answering with the mean image would leave ${formatLoss(mean)}`;
}

function sameDigit(a: RunNumbers, b: RunNumbers): boolean {
  const [one, other] = [a.spec.dataset.split, b.spec.dataset.split];
  return one.kind === "oneDigit" && other.kind === "oneDigit" && one.digit === other.digit;
}

function isPlain({ spec }: RunNumbers): boolean {
  return (
    spec.loss.latentL1 === 0 &&
    spec.optimizer.weightDecay === 0 &&
    spec.model.layers.every(({ kind }) => kind !== "dropout")
  );
}

function isRemedy({ spec }: RunNumbers): boolean {
  return spec.loss.latentL1 === LATENT_L1 && spec.optimizer.weightDecay === WEIGHT_DECAY;
}

function penalize(spec: ExperimentSpec): ExperimentSpec {
  return {
    ...spec,
    epochs: EPOCHS,
    loss: { ...spec.loss, latentL1: LATENT_L1 },
    optimizer: { ...spec.optimizer, weightDecay: WEIGHT_DECAY },
  };
}
