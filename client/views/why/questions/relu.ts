import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { canonicalJson } from "../../../../shared/spec/identity.ts";
import { latentWidth } from "../../../../shared/spec/latent-width.ts";
import { formatLoss } from "../../../parts/numbers.ts";
import { floorAt } from "../../../plot/error-by-width.ts";
import { isOnAllDigits, isPlainLinear, isReluBetween, settingOf } from "../facts.ts";
import type { Question } from "../question.ts";
import { sayChange, sayWidth } from "../say.ts";

/** Changes below this share are none. */
const SAME = 0.05;

export const RELU: Question = {
  id: "relu",
  about: (run) => `${sayWidth(run)} ${settingOf(withoutRelu(run.spec))}`,
  ask: () =>
    "Let the hidden units pass through ReLU, which sets what is negative to 0. What happens to the test error?",
  given: ({ run }) => `The same model otherwise, ${sayWidth(run)}, and the same training.`,
  guess: {
    kind: "choice",
    options: [
      "It falls: a network with an activation can do more",
      "It stays about the same",
      "It rises: what is set to 0 is lost",
    ],
  },
  fits: (run) => isOnAllDigits(run) && (isPlainLinear(run) || isReluBetween(run)),
  answer({ run, runs, data }) {
    const [plainSpec, reluSpec] = [withoutRelu(run.spec), withRelu(run.spec)];
    const find = (spec: ExperimentSpec) => runs.find((one) => sameRun(one.spec, spec));
    const [plain, relu] = [find(plainSpec), find(reluSpec)];
    if (plain === undefined || relu === undefined) {
      const [spec, what] = relu === undefined ? [reluSpec, "with ReLU"] : [plainSpec, "without ReLU"];
      const words = `This needs the same model ${what}. What you train stays on this device, so the answer is here when you come back.`;
      return { status: "missing", train: { words, sweep: { spec, widths: [], seeds: [spec.seed] } } };
    }
    const [before, after] = [plain.metrics.testMse, relu.metrics.testMse];
    const truth = after < before * (1 - SAME) ? 0 : after > before * (1 + SAME) ? 2 : 1;
    const floor = data === null ? null : floorAt(data.floors.test, latentWidth(run.spec) ?? 0);
    return {
      status: "known",
      truth,
      measured: `test error ${formatLoss(before)} without ReLU, ${formatLoss(after)} with it`,
      sentences: [
        `With ReLU the test error is ${formatLoss(after)}, without it ${formatLoss(before)}: ${sayChange(before, after)}.`,
        `ReLU adds nothing that helps here: the layer after it is linear, so what comes out still lies in as many directions as there are hidden units, and the PCA floor${floor === null ? "" : ` of ${formatLoss(floor)}`} holds for both.`,
        "And it takes something away: a unit that is negative for an image says nothing about it, so the code holds less than its width.",
        truth === 1
          ? sayLittle(before, floor)
          : truth === 2
            ? "Training has to work around that, and after the same number of steps it is not there yet."
            : "That it ended lower all the same is the doing of these first weights and this many steps; try another seed.",
        "Activations pay where layers follow on both sides of them, so that the way back can be bent, too.",
      ],
    };
  },
};

/** Below so many times the floor, a model has used what its width allows. */
const NEAR = 2;

function sayLittle(error: number, floor: number | null): string {
  return floor !== null && error < NEAR * floor
    ? "Here both have come near that floor, so there is little that either could do better."
    : "That this costs so little shows that both were stopped long before their width was used up.";
}

/** Where the latent is taken makes no difference to the errors, as long as nothing penalizes it. */
function sameRun(a: ExperimentSpec, b: ExperimentSpec): boolean {
  const bare = (spec: ExperimentSpec) => canonicalJson({ ...spec, model: spec.model.layers });
  return bare(a) === bare(b);
}

function withRelu(spec: ExperimentSpec): ExperimentSpec {
  const [first, ...rest] = withoutRelu(spec).model.layers;
  return first === undefined
    ? spec
    : { ...spec, model: { layers: [first, { kind: "relu" }, ...rest], latentAfter: 1 } };
}

function withoutRelu(spec: ExperimentSpec): ExperimentSpec {
  return {
    ...spec,
    model: { layers: spec.model.layers.filter(({ kind }) => kind !== "relu"), latentAfter: 0 },
  };
}
