import { canonicalJson } from "../../shared/spec/identity.ts";
import type { SweepSpec } from "../../shared/spec/sweep.ts";
import { describeWidths, isConvolutional } from "./model-words.ts";

/**
 * Where a sweep is not the course's, in words for the page: `epochs 100 instead of 50`. Empty when both train the same runs.
 */
export function listDifferences(sweep: SweepSpec, from: SweepSpec): readonly string[] {
  const [spec, theirs] = [sweep.spec, from.spec];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["scaling", spec.dataset.scaling, theirs.dataset.scaling],
    ["latent L1", spec.loss.latentL1, theirs.loss.latentL1],
    ["learning rate", spec.optimizer.learningRate, theirs.optimizer.learningRate],
    ["weight decay", spec.optimizer.weightDecay, theirs.optimizer.weightDecay],
    ["epochs", spec.epochs, theirs.epochs],
    ["batch size", spec.batchSize, theirs.batchSize],
    ["seeds", describeSeeds(sweep), describeSeeds(from)],
    [isConvolutional(spec) ? "kernels" : "hidden sizes", describeWidths(sweep), describeWidths(from)],
  ];
  const plain = pairs.flatMap(([name, mine, course]) =>
    mine === course ? [] : [`${name} ${String(mine)} instead of ${String(course)}`],
  );
  return [
    ...plain,
    ...(same(spec.dataset.split, theirs.dataset.split)
      ? []
      : [`split ${describeSplit(sweep)} instead of ${describeSplit(from)}`]),
    ...(same(withoutWidth(sweep), withoutWidth(from)) ? [] : ["other layers"]),
  ];
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

/** The layers with their kinds alone where the sweep's widths set the sizes. */
function withoutWidth({ spec, widths }: SweepSpec): unknown {
  const { layers, latentAfter } = spec.model;
  return { latentAfter, layers: widths.length === 0 ? layers : layers.map(({ kind }) => kind) };
}

/** `0`, `0 to 19`, or the list where it has gaps. */
export function describeSeeds({ seeds, spec }: SweepSpec): string {
  const sorted = (seeds.length === 0 ? [spec.seed] : [...seeds]).toSorted((a, b) => a - b);
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  if (sorted.length === 1) return String(first);
  return last - first === sorted.length - 1 ? `${first} to ${last}` : sorted.join(", ");
}

export function describeSplit({ spec }: SweepSpec): string {
  const { split } = spec.dataset;
  if (split.kind === "random")
    return `${Math.round(split.testFraction * 100)} % for testing, seed ${split.seed}`;
  const kept =
    split.heldOutFraction === undefined
      ? ""
      : `, ${Math.round(split.heldOutFraction * 100)} % of it held out`;
  return `only the digit ${split.digit} is trained on${kept}`;
}
