import { type Flag, FlagKind, type FlagOf } from "../../../shared/api/flags.ts";
import { SHINGLE_WORDS } from "../../../shared/integrity/shingles.ts";

export const KINDS = FlagKind.options;

/** What a kind of flag is called, what it means, and what honest work may look the same. */
export type KindWords = {
  readonly title: string;
  readonly means: string;
  readonly honest: readonly string[];
};

export const KIND_WORDS: Readonly<Record<FlagKind, KindWords>> = {
  sameWeights: {
    title: "The same weights from two students",
    means:
      "Two students sent weights that are the same to the last bit, and neither the homework’s own settings and seed nor a seed that many chose explain it.",
    honest: [
      "They chose one seed together, or sat side by side: the same settings and seed give everyone the same weights on the processor.",
      "They trained on equal computers, as in a computer room: two equal GPUs may round alike.",
      "One student has two seats, after the first browser was lost.",
      "Their settings differ in something that does not change training, such as a dropout of 0.",
    ],
  },
  otherWeights: {
    title: "Weights that the seed does not give",
    means:
      "A run says that the processor trained it. That gives the same bits on every machine, yet training again from the same spec and seed gave other weights or another loss curve.",
    honest: [
      "A page of an older deployment trained the run, whose arithmetic may have been another.",
      "A program of the student’s own sent the run, and named the engine wrongly.",
      "What a GPU trained is never flagged here, for its last bits differ; nor is a run that says it went on from a checkpoint. Masks of dropout come from the seed too, and explain nothing.",
    ],
  },
  gap: {
    title: "Test and train error too close, or too far apart",
    means:
      "The test error minus the train error of a linear model is not what its spec and seed give. A model that was trained on the test images too has almost no gap.",
    honest: [
      "The run was trained in a program of the student’s own, with another seed, another order of the images or another Adam, and was sent under this spec.",
      "The weights are of another run than the student thought.",
      "WebGL, which rounds coarsely, is left out; so are models that are not linear, small batches, long training and splits by one digit: nobody measured what is honest there.",
    ],
  },
  copiedText: {
    title: "A text that stands in another’s",
    means: `Of the shorter text nearly all stands in the other, compared ${SHINGLE_WORDS} words at a time; capitals, spaces, punctuation, Markdown and whatever the homework itself says do not count.`,
    honest: [
      "They worked together where the course allows it.",
      "Both took a definition from the same book, or from what was said in class.",
      "One student has two seats, after the first browser was lost.",
    ],
  },
};

const REASONS: Readonly<Record<FlagOf<"sameWeights">["reasons"][number], string>> = {
  differentSpecs: "and say that different settings gave them",
  differentEngines: "and say that different engines or devices trained them",
  sameDevice: "trained on a GPU from settings of their own choice",
  notFromSeed: "which the seed does not give",
  sameSeed: "from a seed of their own choice that hardly anyone else has",
};

export function sayReason(reason: FlagOf<"sameWeights">["reasons"][number]): string {
  return REASONS[reason];
}

/** The students a flag is about, in the order in which its sentence names them. */
export function studentsOf(flag: Flag) {
  switch (flag.kind) {
    case "sameWeights":
    case "copiedText":
      return [flag.first, flag.later];
    case "otherWeights":
      return flag.rival === null ? [flag.student] : [flag.rival, flag.student];
    case "gap":
      return [flag.student];
    default:
      return flag satisfies never;
  }
}

/** What was found, after the names: `sent the same weights in 6 runs, from a seed ...`. */
export function sayFound(flag: Flag): string {
  switch (flag.kind) {
    case "sameWeights": {
      const runs = flag.runs === 1 ? "one run" : `${flag.runs} runs`;
      return `sent the same weights in ${runs}, ${flag.reasons.map(sayReason).join("; ")}.`;
    }
    case "otherWeights":
      return flag.rival === null
        ? "sent a run that does not come out the same when it is trained again."
        : "trained the same settings and seed on the processor, and have different weights.";
    case "gap":
      return `has a test error ${sayGap(flag.gap)} the train error; honest training of this spec and seed has it ${sayGap(flag.honestGap)}.`;
    case "copiedText":
      return `share ${Math.floor(100 * flag.share)} % of the shorter text.${
        flag.isOrderClear ? "" : " Who had it first is not clear."
      }`;
    default:
      return flag satisfies never;
  }
}

/** `0.00261 above`, `0.000132 below`. */
export function sayGap(gap: number): string {
  return `${formatGap(Math.abs(gap))} ${gap < 0 ? "below" : "above"}`;
}

export function formatGap(gap: number): string {
  return Math.abs(gap) < 1e-6 && gap !== 0 ? gap.toExponential(2) : String(Number(gap.toPrecision(3)));
}
