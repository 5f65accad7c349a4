import { BLOCK_SIDE, FULL_BLOCK, IMAGE_SIDE } from "../../../shared/dataset/bitmap.ts";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { countBelow } from "../../../shared/metrics/count-below.ts";
import { isAffine } from "../../../shared/model/affine-map.ts";
import { latentSize } from "../../../shared/spec/latent-width.ts";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import type { ViewedRun } from "../viewed-run.ts";
import type { Subject } from "./create-pad.ts";
import type { ErrorGroup } from "./error-groups.ts";
import type { Point } from "./pen.ts";

/** What is on the pad, in a sentence. */
export function saySubject(subject: Subject, isEmpty: boolean, labels: Uint8Array): string {
  if (subject.kind === "random")
    return `Random data, row ${subject.row + 1} of 50: torch.manual_seed(0), then torch.randn(50, 64), as in problem 1(g).`;
  if (isEmpty) return "Nothing is drawn yet: this is what the model makes of an empty image.";
  return subject.from === null
    ? "Your drawing, 0 to 16 in each of 8 × 8 pixels."
    : `Image ${subject.from} of the data, a ${labels[subject.from]}, laid out in dots again. You can draw on it.`;
}

/** Where the pen is, and what is drawn there: `Row 3, column 4: 12 of 16.` */
export function sayPlace({ x, y }: Point, counts: Uint8Array | null): string {
  const [row, column] = [Math.floor(y / BLOCK_SIDE), Math.floor(x / BLOCK_SIDE)];
  const count = counts === null ? "" : `: ${counts[row * IMAGE_SIDE + column]} of ${FULL_BLOCK}`;
  return `Row ${row + 1}, column ${column + 1}${count}.`;
}

/** From here on random data count as given back worse than the test images. */
const MUCH_WORSE = 1.5;

/** Where an error stands: `larger than the errors of 97 % of the 898 test images`. */
export function sayStanding(error: number, groups: readonly ErrorGroup[]): string {
  const parts = groups.map(({ all, sorted }) => {
    const share = countBelow(sorted, error) / sorted.length;
    if (share === 0) return `smaller than that of any of the ${all}`;
    if (share === 1) return `larger than that of any of the ${all}`;
    return `larger than that of ${percent(share)} of the ${all}`;
  });
  return parts.join(", and ");
}

/** Whole per cents that call nothing all or none but what is. */
function percent(share: number): string {
  return `${Math.min(99, Math.max(1, Math.round(share * 100)))} %`;
}

/** Why a model gives random data back badly, with its own numbers. */
export function explainRandom({ spec, metrics }: ViewedRun): string {
  const { randomMse, testMse } = metrics;
  const size = latentSize(spec.model);
  const times = randomMse / testMse;
  const isBad = times >= MUCH_WORSE;
  const beside = isBad ? `${formatNumber(times)} times` : "beside";
  const compared = `The mean over all 50 random images is ${formatLoss(randomMse)}, ${beside} the ${formatLoss(testMse)} of the test images.`;
  const floor =
    isAffine(spec.model) && size < PIXELS
      ? ` Through ${size} numbers a projection keeps ${size} of 64 directions and loses (64 - ${size}) / 64 = ${formatNumber((PIXELS - size) / PIXELS)} of what is random.`
      : "";
  return `${compared} ${sayWhy(isBad, size)}${floor}`;
}

function sayWhy(isBad: boolean, size: number): string {
  if (isBad)
    return "The pixels of a digit hang together: a few numbers tell most of an image, and the model learned which. The pixels of random data know nothing of each other, so what was learned does not help.";
  return size >= PIXELS
    ? `With ${formatNumber(size)} numbers between its halves, as many as an image has pixels or more, a model can pass anything on: it need not know what a digit is.`
    : "This model gives back both about as well, so it learned little that only digits have.";
}
