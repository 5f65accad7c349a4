import { canonicalJson } from "../../spec/identity.ts";
import type { Layer } from "../../spec/layers.ts";
import { type Counting, type Facts, isConvolution, type Warning, type WarningKind } from "./warning.ts";

const ACTIVATIONS: ReadonlySet<string> = new Set(["relu", "leakyRelu", "sigmoid", "tanh"]);

/**
 * Runs of another model than the part asks for, or than the cell holds by now. A cell that names no widths takes whatever
 * its student designed; any other takes models with as many layers, and layers of such kinds, as its own spec.
 */
export function listModelWarnings(counting: Counting, facts: Facts): readonly Warning[] {
  const { cell, attempt } = counting;
  const [run] = attempt.runs;
  if (run === undefined) return [];
  const warn = (kind: WarningKind, message: string): readonly Warning[] => [{ cell: cell.id, kind, message }];
  const older = isOlder(counting, facts)
    ? warn(
        "olderClass",
        "These runs were trained with an earlier version of your class. Run the part again, so that code, numbers and plots belong together.",
      )
    : [];
  if (cell.widths.length === 0) return older;
  return [...compareLayers(run.spec.model.layers, cell.spec.model.layers, warn), ...older];
}

function compareLayers(
  got: readonly Layer[],
  asked: readonly Layer[],
  warn: (kind: WarningKind, message: string) => readonly Warning[],
): readonly Warning[] {
  const [gotConvolutions, askedConvolutions] = [got, asked].map((layers) =>
    layers.some(({ kind }) => isConvolution(kind)),
  );
  if (gotConvolutions !== askedConvolutions) {
    return warn(
      "otherProblem",
      askedConvolutions
        ? "This was trained with linear layers, but the part asks for convolutions: its numbers and plots are those of the other problem’s model. Write the convolutional class into its code cell and run again."
        : "This was trained with convolutions, but the part asks for linear layers: its numbers and plots are those of the other problem’s model. Write the MLP into its code cell and run again.",
    );
  }
  const activation = got.find(({ kind }) => ACTIVATIONS.has(kind));
  const [gotHidden, askedHidden] = [countHidden(got), countHidden(asked)];
  return [
    ...(activation === undefined || asked.some(({ kind }) => ACTIVATIONS.has(kind))
      ? []
      : warn(
          "activation",
          `The model has an activation (${activation.kind}), but the part asks for none: with one it is no longer linear, and cannot be compared with PCA or with the course’s numbers. Take it out of the class and run again.`,
        )),
    ...(gotHidden === askedHidden
      ? []
      : warn(
          "hiddenLayers",
          `The model has ${layers(gotHidden)}, but the part asks for ${layers(askedHidden)}: what you see is then not the effect of the width alone. Change the class and run again.`,
        )),
  ];
}

/** The layers with weights but the last, which makes the output. */
function countHidden(layers: readonly Layer[]): number {
  return Math.max(0, layers.filter((layer) => "in" in layer).length - 1);
}

function layers(count: number): string {
  return count === 1 ? "one hidden layer" : `${count === 0 ? "no" : count} hidden layers`;
}

function isOlder({ attempt }: Counting, { models }: Facts): boolean {
  return attempt.runs.some((run) => {
    const now = models.get(run.id);
    return now !== undefined && canonicalJson(now) !== canonicalJson(run.spec.model);
  });
}
