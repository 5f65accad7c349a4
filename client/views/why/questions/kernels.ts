import { formatLoss } from "../../../parts/numbers.ts";
import {
  isConvolutionPair,
  isOnAllDigits,
  type RunNumbers,
  settingOf,
  type WidthNumbers,
  widthsOfSweep,
} from "../facts.ts";
import type { Question } from "../question.ts";
import { sayChange } from "../say.ts";

const [FEW, MANY] = [5, 10];

export const KERNELS: Question = {
  id: "kernels",
  about: ({ spec }) => settingOf(spec),
  ask: () => "Ten kernels are twice as many as five. What does that do to the test error?",
  given: () => "Each kernel makes an image of its own, of 8 × 8 numbers, in the hidden layer.",
  guess: {
    kind: "choice",
    options: [
      "It halves it, or better",
      "It changes little",
      "It lowers it by a quarter or so",
      "It makes it larger",
    ],
  },
  fits: (run) => isOnAllDigits(run) && isConvolutionPair(run),
  answer({ run, runs }) {
    const { spec } = run;
    const widths = widthsOfSweep(run, runs);
    const [few, many] = [FEW, MANY].map((kernels) => widths.find(({ width }) => width === kernels));
    if (few === undefined || many === undefined) {
      const words = `This needs the same model with ${FEW} and with ${MANY} kernels.`;
      return {
        status: "missing",
        train: { words, sweep: { spec, widths: [FEW, MANY], seeds: [spec.seed] } },
      };
    }
    const table = tableSide(run);
    return {
      status: "known",
      truth: classify(many.testMse / few.testMse),
      measured: `test error ${formatLoss(few.testMse)} with ${FEW} kernels, ${formatLoss(many.testMse)} with ${MANY}`,
      sentences: [
        `From ${FEW} to ${MANY} kernels the test error goes from ${formatLoss(few.testMse)} to ${formatLoss(many.testMse)}: ${sayChange(few.testMse, many.testMse)}.`,
        `Room is not what is missing: the hidden layer holds ${FEW} × 64 = ${FEW * 64} numbers for an image of 64 pixels, and ${MANY * 64} with ${MANY}. One kernel would be enough to copy every image.`,
        `Nor do more kernels reach much that is new: without an activation the two layers act as one filter, made of ${table} × ${table} products of weights, and from ${table} kernels on every such filter can be had.`,
        ...sayStart(few, many),
      ],
    };
  },
};

function classify(ratio: number): number {
  if (ratio <= 0.55) return 0;
  if (ratio < 0.85) return 2;
  return ratio <= 1.15 ? 1 : 3;
}

/** The taps of the smaller kernel: the rank that the table of products can have. */
function tableSide({ spec }: RunNumbers): number {
  const sides = spec.model.layers.flatMap((layer) => (layer.kind === "conv2d" ? [layer.kernel ** 2] : []));
  return Math.min(...sides);
}

function sayStart(few: WidthNumbers, many: WidthNumbers): readonly string[] {
  const rest = "What differs is how far the same number of steps takes them from where they began";
  return few.firstLoss === null || many.firstLoss === null
    ? [
        `${rest}: more kernels move the filter further with each step, and begin with a larger or smaller error by chance.`,
      ]
    : [
        `${rest}: ${FEW} kernels began at a loss of ${formatLoss(few.firstLoss)}, ${MANY} at ${formatLoss(many.firstLoss)}, as the seed drew them.`,
      ];
}
