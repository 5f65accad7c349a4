import { formatLoss, formatNumber, plural } from "../../../parts/numbers.ts";
import {
  countSteps,
  isOnAllDigits,
  isPlainLinear,
  settingOf,
  type WidthNumbers,
  widthsOfSweep,
} from "../facts.ts";
import type { Question } from "../question.ts";
import { sayChange } from "../say.ts";

const PIXELS = 64;
/** Changes below this share are none. */
const SAME = 0.05;

export const PAST_64: Question = {
  id: "past-64",
  about: ({ spec }) => settingOf(spec),
  ask: () => "An image has 64 pixels. What do hidden units beyond 64 change?",
  given: () => "64 numbers have room for a whole copy of an image: from there on the PCA floor is 0.",
  guess: {
    kind: "choice",
    options: [
      "Nothing: 64 numbers already hold the image",
      "The test error goes on falling",
      "The test error rises: the model learns single images by heart",
    ],
  },
  fits: (run) => isOnAllDigits(run) && isPlainLinear(run),
  answer({ run, runs }) {
    const { spec } = run;
    const wide = widthsOfSweep(run, runs).filter(({ width }) => width >= PIXELS);
    const [narrowest, widest] = [wide[0], wide.at(-1)];
    if (narrowest === undefined || widest === undefined || narrowest === widest) {
      const words =
        "This needs two models of 64 hidden units or more: one a little wider than an image, one far wider.";
      return {
        status: "missing",
        train: { words, sweep: { spec, widths: [80, 200], seeds: [spec.seed] } },
      };
    }
    const { epochs, optimizer } = spec;
    const steps = countSteps(spec);
    const ratio = widest.testMse / narrowest.testMse;
    const truth = ratio < 1 - SAME ? 1 : ratio > 1 + SAME ? 2 : 0;
    return {
      status: "known",
      truth,
      measured: `${sayOne(narrowest)}; ${sayOne(widest)}`,
      sentences: [
        `Room is not what h = ${narrowest.width} lacks: its floor is 0, and yet its test error is ${formatLoss(narrowest.testMse)} after ${plural(epochs, "epoch")}.`,
        `What it lacks is training: each step moves a weight by about ${optimizer.learningRate} or less, and there were ${plural(steps, "step")}: ${formatNumber(steps * optimizer.learningRate)} at most.`,
        sayEffect(truth, narrowest, widest),
        sayGap(widest),
      ],
      ...(epochs < 1_000 && {
        next: {
          words: `Train h = ${narrowest.width} for 1,000 epochs: how near to 0 does it come without more units?`,
          sweep: { spec: { ...spec, epochs: 1_000 }, widths: [narrowest.width], seeds: [spec.seed] },
        },
      }),
    };
  },
};

function sayOne({ width, testMse }: WidthNumbers): string {
  return `test error ${formatLoss(testMse)} with h = ${width}`;
}

function sayEffect(truth: number, from: WidthNumbers, to: WidthNumbers): string {
  const change = `With h = ${to.width} the test error is ${formatLoss(to.testMse)}, ${sayChange(from.testMse, to.testMse)}`;
  if (truth === 1)
    return `${change}: each output is a sum over ${to.width} units where it was one over ${from.width}, so the same small steps, added up, take the whole map further.`;
  if (truth === 0) return `${change}: at these settings both have come as far as they can.`;
  return `${change}: at these settings the many small moves add up to steps that go too far.`;
}

function sayGap({ width, trainMse, testMse }: WidthNumbers): string {
  const gap = testMse / trainMse - 1;
  const values = `Train ${formatLoss(trainMse)} and test ${formatLoss(testMse)} of h = ${width}`;
  return gap < 0.2
    ? `${values} lie close together: so far hardly anything was learned by heart.`
    : `${values} lie apart: some of it was learned by heart.`;
}
