import { latentSize, latentWidth } from "../../../../shared/spec/latent-width.ts";
import { formatLoss, formatNumber } from "../../../parts/numbers.ts";
import { type Facts, isOnAllDigits, isPlainLinear, settingOf } from "../facts.ts";
import type { Question } from "../question.ts";
import { sayTimes, sayWidth } from "../say.ts";

const PIXELS = 64;

export const RANDOM_DATA: Question = {
  id: "random-data",
  about: (run) => `${sayWidth(run)} ${settingOf(run.spec)}`,
  ask: () => "This model gives back digits. How large is its error on images of random noise?",
  given: ({ run }) =>
    `Its test error on digits is ${formatLoss(run.metrics.testMse)}. The noise has mean 0 and variance 1 in every pixel, so a blank answer has an error of about 1.`,
  guess: { kind: "number", label: "Error on random data", low: 0, high: 2, step: 0.01 },
  fits: isOnAllDigits,
  answer(facts) {
    const { testMse, randomMse } = facts.run.metrics;
    return {
      status: "known",
      truth: randomMse,
      measured: `${formatLoss(randomMse)} on the 50 random images, ${formatLoss(testMse)} on the test images`,
      sentences: [
        `The error on noise is ${sayTimes(randomMse / testMse)} that on digits${facts.run.spec.dataset.scaling === "standardize" ? "" : ", whose pixels were not standardized: the two have other scales"}.`,
        "The pixels of a digit hang together: a stroke that passes here goes on there, so a few numbers tell most of an image. The pixels of noise tell nothing of each other: what is not carried through one by one is lost.",
        ...sayWhy(facts),
        ...(randomMse > 1
          ? [
              "An error above 1 is worse than a blank answer: what comes out has little to do with what went in, and is added to the error.",
            ]
          : []),
      ],
    };
  },
};

function sayWhy({ run, noise }: Facts): readonly string[] {
  const room = latentSize(run.spec.model);
  const width = latentWidth(run.spec);
  const parts =
    noise === null
      ? []
      : [
          `Of noise without end its weights would leave ${formatLoss(noise.map)}, and its biases, the same picture added to every image, another ${formatLoss(noise.bias)}.`,
        ];
  if (!isPlainLinear(run) || width === null) {
    return room < PIXELS
      ? parts
      : [
          `Its hidden layer holds ${formatNumber(room)} numbers, enough to copy any image: how well it copies noise is a matter of what training on digits made of its weights.`,
          ...parts,
        ];
  }
  const least =
    width < PIXELS
      ? `Through ${width} numbers the best that could be done is to keep ${width} of 64 directions and lose the rest: ${PIXELS - width}/64 = ${formatLoss((PIXELS - width) / PIXELS)}.`
      : `${width} numbers have room for a copy of any image, noise too. No one trained it to copy noise.`;
  return [least, ...parts];
}
