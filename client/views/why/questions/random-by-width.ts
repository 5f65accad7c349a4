import { BUILT_IN_PROBLEMS } from "../../../../shared/assignment/problems.ts";
import { latentWidth } from "../../../../shared/spec/latent-width.ts";
import { isConvolutional, widthSymbol } from "../../../parts/model-words.ts";
import { formatLoss } from "../../../parts/numbers.ts";
import { isOnAllDigits, settingOf, type WidthNumbers, widthsOfSweep } from "../facts.ts";
import type { Question, Suggestion } from "../question.ts";
import { sayChange } from "../say.ts";

/** Changes below this share are none. */
const SAME = 0.02;
/** The error on noise falls with the other where its fall is at least this part of it. */
const ALIKE = 0.8;

export const RANDOM_BY_WIDTH: Question = {
  id: "random-by-width",
  about: ({ spec }) => settingOf(spec),
  ask: ({ run }) =>
    `As the model gets more ${isConvolutional(run.spec) ? "kernels" : "hidden units"}, its test error falls. What does its error on noise do?`,
  given: () => "No model is ever trained on noise.",
  guess: {
    kind: "choice",
    options: ["It stays where it is", "It falls, but by less", "It falls as much", "It rises"],
  },
  fits: (run) => isOnAllDigits(run) && latentWidth(run.spec) !== null,
  answer({ run, runs }) {
    const { spec } = run;
    const widths = widthsOfSweep(run, runs);
    const [from, to] = [widths[0], widths.at(-1)];
    if (from === undefined || to === undefined || from === to) {
      const words = "This needs the same model at several widths.";
      const asked = isConvolutional(spec) ? [1, 5, 20, 80] : [5, 20, 80, 200];
      return { status: "missing", train: { words, sweep: { spec, widths: asked, seeds: [spec.seed] } } };
    }
    const symbol = widthSymbol(spec);
    const truth = classify(from, to);
    return {
      status: "known",
      truth,
      measured: `random data ${formatLoss(from.randomMse)} → ${formatLoss(to.randomMse)}, test ${formatLoss(from.testMse)} → ${formatLoss(to.testMse)}, from ${symbol} = ${from.width} to ${symbol} = ${to.width}`,
      sentences: [
        `From ${symbol} = ${from.width} to ${symbol} = ${to.width} the test error is ${sayChange(from.testMse, to.testMse)}, the error on noise ${sayChange(from.randomMse, to.randomMse)}.`,
        ...(isConvolutional(spec) ? CONVOLUTIONS : sayHidden(from, to)),
      ],
      ...nextOf(isConvolutional(spec)),
    };
  },
};

function classify(from: WidthNumbers, to: WidthNumbers): number {
  const [test, random] = [1 - to.testMse / from.testMse, 1 - to.randomMse / from.randomMse];
  if (random < -SAME) return 3;
  if (random < SAME) return 0;
  return random < ALIKE * test ? 1 : 2;
}

const CONVOLUTIONS = [
  "A kernel looks at 3 × 3 pixels and does the same at every place of every image: it cannot know a digit from noise.",
  "To give back digits well, two convolutions in a row must pass the pixel in the middle and cancel its neighbours. That copies whatever comes.",
];

function sayHidden(from: WidthNumbers, to: WidthNumbers): readonly string[] {
  const room = (width: number) => formatLoss(Math.max(0, 64 - width) / 64);
  return [
    `Room alone would set a least error on noise of ${room(from.width)} and ${room(to.width)}: each hidden unit can keep one more of 64 directions.`,
    "But the units were trained on digits, which lie in few of these directions. There the map comes near to a copy; in the others the weights are still much as they were drawn.",
    "So a wide model copies a part of noise that it was never asked to, and the more the nearer its map comes to copying everything.",
  ];
}

/** The other problem, where noise fares otherwise. */
function nextOf(convolutional: boolean): { readonly next?: Suggestion } {
  const other = BUILT_IN_PROBLEMS.find(({ name }) => name === (convolutional ? "problem-1" : "problem-2"));
  if (other === undefined) return {};
  const words = convolutional
    ? "Train problem 1’s models: a hidden layer that sees all pixels at once fares otherwise with noise."
    : "Train problem 2’s models: convolutions fare otherwise with noise. Predict again there.";
  return { next: { words, sweep: other.sweep } };
}
