import { settingOf } from "../facts.ts";
import type { Question } from "../question.ts";
import { sayWidth } from "../say.ts";

/** AUROC values that are as close are the same. */
const SAME = 0.01;
/** An AUROC below this says little. */
const HARDLY = 0.65;

export const PIXEL_SCORES: Question = {
  id: "pixel-scores",
  about: (run) => `${sayWidth(run)} ${settingOf(run.spec)}`,
  ask: () => "Score every single pixel by its error in place of every whole image. What happens to AUROC?",
  given: ({ run }) =>
    `The same model, the same errors${run.metrics.auroc === undefined ? "" : `; its AUROC of whole images is ${run.metrics.auroc.toFixed(3)}`}.`,
  guess: {
    kind: "choice",
    options: [
      "It is lower",
      "It is the same: they are the same errors",
      "It is higher: there are 64 times as many scores",
    ],
  },
  fits: ({ spec, metrics }) => spec.dataset.split.kind === "oneDigit" && metrics.auroc !== undefined,
  answer({ run, pixelAuroc, data }) {
    const images = run.metrics.auroc;
    if (pixelAuroc === null || images === undefined) return { status: "awaited" };
    const truth = pixelAuroc < images - SAME ? 0 : pixelAuroc > images + SAME ? 2 : 1;
    const constant = data?.spectrum.train.constant.length ?? 0;
    return {
      status: "known",
      truth,
      measured: `AUROC ${pixelAuroc.toFixed(3)} of pixels, ${images.toFixed(3)} of images`,
      sentences: [
        `Of single pixels AUROC is ${pixelAuroc.toFixed(3)}, of whole images ${images.toFixed(3)}.`,
        ...(truth === 0 ? sayLower(constant) : sayNotLower(images)),
        "What is asked is whether an image is strange, so images must be scored.",
      ],
    };
  },
};

function sayLower(constant: number): readonly string[] {
  return [
    `Most pixels of any digit are easy: the paper around it${constant === 0 ? "" : `, ${constant} pixels of which were the same in all train images`}. There a strange image is given back as well as a known one.`,
    "And a known image has some bad pixels by chance, so that the two heaps of single errors overlap.",
    "The score of an image is the mean of its 64 errors: chance cancels in it, and the strokes that the model does not know remain.",
  ];
}

function sayNotLower(images: number): readonly string[] {
  const model =
    images < HARDLY
      ? "but this model’s score of an image tells hardly more than a coin: there is nothing to make clear."
      : "but this model’s errors are spread so that single pixels tell as much.";
  return [
    `An image’s score is the mean of its 64 errors. That makes a small difference clear where there is one, ${model}`,
    "Look at a model that does tell its digit from the others, such as the plain one of problem 3.",
  ];
}
