import { settingOf } from "../facts.ts";
import type { Question } from "../question.ts";
import { sayWidth } from "../say.ts";

/** AUROC values that are as close are the same. */
const SAME = 0.01;

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
        `Most pixels of any digit are easy: the paper around it${constant === 0 ? "" : `, ${constant} pixels of which were the same in all train images`}. There a strange image is given back as well as a known one.`,
        "And a known image has some bad pixels by chance, so that the two heaps of single errors overlap.",
        "The score of an image is the mean of its 64 errors: chance cancels in it, and the strokes that the model does not know remain.",
        "What is asked is whether an image is strange, so images must be scored.",
      ],
    };
  },
};
