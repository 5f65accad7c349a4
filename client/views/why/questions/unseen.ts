import { countParameters } from "../../../../shared/spec/parameters.ts";
import { formatLoss, formatNumber } from "../../../parts/numbers.ts";
import { isOnAllDigits, settingOf } from "../facts.ts";
import type { Question } from "../question.ts";
import { sayChange, sayWidth } from "../say.ts";

export const UNSEEN: Question = {
  id: "unseen",
  about: (run) => `${sayWidth(run)} ${settingOf(run.spec)}`,
  ask: () => "The model has never seen the test images. How much larger is its error on them?",
  given: ({ run }) => `Its train error is ${formatLoss(run.metrics.trainMse)}.`,
  guess: {
    kind: "choice",
    options: ["Within a tenth of it", "Up to half as large again", "More than that"],
  },
  fits: isOnAllDigits,
  answer({ run }) {
    const { trainMse, testMse } = run.metrics;
    const ratio = testMse / trainMse;
    const truth = ratio <= 1.1 ? 0 : ratio <= 1.5 ? 1 : 2;
    return {
      status: "known",
      truth,
      measured: `train error ${formatLoss(trainMse)}, test error ${formatLoss(testMse)}`,
      sentences: [
        `The train error is ${formatLoss(trainMse)}, the test error ${formatLoss(testMse)}: ${sayChange(trainMse, testMse)}.`,
        `The model has ${formatNumber(countParameters(run.spec.model.layers))} weights, and each of them serves every image: what is learned by heart for one would show in all others.`,
        truth === 0
          ? "Chance put an image into the one set or the other, so what serves the train images serves the test images."
          : "Where training goes on for long, or weights are many, it begins to fit what only the train images have in common.",
        "That is why the plots of error against width show two lines so close together, and why a gap between them would be worth a look.",
      ],
    };
  },
};
