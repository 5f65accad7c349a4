import type { EndSpace } from "../../../shared/metrics/weight-spaces.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { type EndLabels, toDegrees } from "./space-columns.ts";

/** Below this mean angle a space is all but PCA's. */
const NEAR_DEGREES = 10;
/** From this mean |cosine| on the pictures are all but the components. */
const ALIKE = 0.9;

/** What an end's space is beside PCA's at one snapshot, in sentences with its own numbers. */
export function saySpace(space: EndSpace, at: number, labels: EndLabels): string {
  const { end, count, width, captured, capturedByPca } = space;
  const [mean, largest] = [space.meanAngle[at] ?? Number.NaN, space.largestAngle[at] ?? Number.NaN];
  const what = `The space of the ${labels[end]}'s ${sayCount(end, count)}`;
  if (!Number.isFinite(mean)) return `${what} is empty: all its weights are zero.`;
  const angles =
    width === 1
      ? `lies ${sayDegrees(mean)} from the first principal component`
      : `lies ${sayDegrees(mean)} from that of the first ${width} principal components on average, ${sayDegrees(largest)} at most`;
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return `${what} ${angles}. It holds ${percent(captured[at] ?? 0)} of the variance of the train images; PCA's holds ${percent(capturedByPca)}.`;
}

/**
 * What training did to it, from the first snapshot to the last: whether the space was found, and whether the axes were. Only a
 * linear model must end in PCA's space; one that bends may find a better way.
 */
export function sayFinding(space: EndSpace, labels: EndLabels, isLinear: boolean): string {
  const { end, width, meanAngle, meanMatch } = space;
  const before = toDegrees(meanAngle[0] ?? Number.NaN);
  const after = toDegrees(meanAngle.at(-1) ?? Number.NaN);
  if (!Number.isFinite(before + after)) return "";
  const degrees = `Training turned the ${labels[end]}'s space from ${before.toFixed(1)}° to ${after.toFixed(1)}° on average`;
  const [alikeBefore, alikeAfter] = [meanMatch[0] ?? 0, meanMatch.at(-1) ?? 0];
  const match = `The best match of each ${ONE[end]} among the components had |cosine| ${alikeBefore.toFixed(2)} before training and has ${alikeAfter.toFixed(2)} after it, on average`;
  return `${degrees}: ${sayWay(before, after, isLinear)} ${match}${sayAxes(width, alikeAfter, isLinear)}`;
}

function sayWay(before: number, after: number, isLinear: boolean): string {
  if (after < NEAR_DEGREES) return "it has all but found the space of PCA.";
  if (!isLinear) return "a model that bends need not find the space of PCA.";
  return after < before
    ? "it is on its way to the space of PCA, and more epochs bring it nearer."
    : "it has not come nearer to the space of PCA, as few epochs or small steps leave it.";
}

function sayAxes(width: number, alike: number, isLinear: boolean): string {
  if (width === 1) return ": with one number, space and axis are the same.";
  if (alike >= ALIKE) return ": here they are all but the axes of PCA themselves.";
  return isLinear
    ? "; 1 would be an axis of PCA. Any mix of the axes rebuilds an image as well, so nothing in the loss asks for PCA's own."
    : "; 1 would be an axis of PCA.";
}

const ONE = { encoder: "row", decoder: "column" } as const;

function sayCount(end: EndSpace["end"], count: number): string {
  return count === 1 ? `one ${ONE[end]}` : `${formatNumber(count)} ${ONE[end]}s`;
}

function sayDegrees(radians: number): string {
  return `${toDegrees(radians).toFixed(1)}°`;
}
