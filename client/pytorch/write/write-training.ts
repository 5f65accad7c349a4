import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { normalImages, writeSplit } from "./data.ts";
import { WITH_HIDDEN_STATE, writeHiddenState } from "./hidden-state.ts";
import { sequentialOf } from "./layers.ts";
import { batchShape, indent, listLiteral, literal } from "./literal.ts";
import { type ModelPlan, type PythonClass, type PythonRun, planModel } from "./plan-model.ts";
import { type LoggedRun, writeLog } from "./write-log.ts";

/** The attempt of a run cell that counts. All of its runs share everything but their model. */
export type PythonAttempt = {
  /** How Python names end that hold what came of it: `1f`. */
  readonly name: string;
  readonly code: PythonClass;
  readonly runs: readonly LoggedRun[];
  /** The split that the homework asks for: its digit is the normal one where the runs were trained on all digits. */
  readonly asked: Split;
};

type Split = ExperimentSpec["dataset"]["split"];

export type PythonTraining = {
  readonly source: string;
  /** What it prints, with the lab's numbers. */
  readonly printed: string;
};

/**
 * The Python of a run cell: trains the student's own class after the notebook's first two cells and prints what the lab shows,
 * the log and the losses of a single run, the losses of each run of several. Leaves `losses_NAME`, by width, and for
 * one digit `errors_NAME`, of the last run, for the plots. Throws RangeError for an attempt without runs.
 */
export function writeTraining(attempt: PythonAttempt): PythonTraining {
  const { code, runs } = attempt;
  const [first] = runs;
  if (first === undefined) throw new RangeError("an attempt without runs trains nothing");
  const plan = planModel(code, runs);
  const source = [
    ...comments(plan, first.spec),
    ...writeSplit(first.spec.dataset),
    ...writeInputs(first.spec, plan),
    "",
    ...(needsHiddenState(first.spec, plan) ? ["", ...writeHiddenState(first.spec.model), "", ""] : []),
    ...(runs.length === 1 ? writeOne(attempt, first, plan) : writeSweep(attempt, first, plan)),
    "",
  ];
  return { source: source.join("\n"), printed: writeLog(runs, widthName(plan)) };
}

/** What the loop over widths calls them. */
function widthName(plan: ModelPlan): string {
  return (plan.kind === "class" ? plan.widthParameter : null) ?? "width";
}

function comments(plan: ModelPlan, { model }: ExperimentSpec): readonly string[] {
  const lines: string[] = [];
  if (plan.kind === "layers") {
    lines.push(
      plan.why === "noParameter"
        ? "# The class above has no parameter for its width, so these are its layers with the width that was trained."
        : "# The class above was changed after this was trained; these are the layers that were trained.",
    );
  }
  if (model.layers.some(({ kind }) => kind === "dropout")) {
    lines.push(
      "# PyTorch draws other dropout masks than the lab, so its numbers are close to those shown, not the same.",
    );
  }
  return lines;
}

function writeInputs({ dataset }: ExperimentSpec, { inputShape }: ModelPlan): readonly string[] {
  return [
    ...writeTensors(dataset.split, inputShape),
    `x_random = random_data.view(${batchShape(inputShape)})`,
  ];
}

/** The images of a split as a model takes them. */
function writeTensors(split: Split, inputShape: readonly number[]): readonly string[] {
  const names = ["train", "test", ...(normalImages(split) === "x_normal" ? ["normal"] : [])];
  return names.map((name) => `x_${name} = torch.tensor(X_${name}).float().view(${batchShape(inputShape)})`);
}

function needsHiddenState({ loss }: ExperimentSpec, { returnsLatent }: ModelPlan): boolean {
  return loss.latentL1 > 0 && !returnsLatent;
}

function writeOne(attempt: PythonAttempt, { width, spec }: PythonRun, plan: ModelPlan): readonly string[] {
  const { name } = attempt;
  const at = width ?? latentWidth(spec);
  return [
    ...writeRun(spec, { model: modelCall(plan, spec, literal(width)), log: true }),
    "train_loss, test_loss, random_loss = test_model(model, x_train, x_test, x_random)",
    "print('Training loss: {:0.4f}'.format(train_loss))",
    "print('Test loss: {:0.4f}'.format(test_loss))",
    "print('Loss on random data: {:0.4f}'.format(random_loss))",
    ...(at === null ? [] : [`losses_${name} = {${at}: [train_loss, test_loss, random_loss]}`]),
    ...writeScores(attempt, spec, plan),
  ];
}

function writeSweep(attempt: PythonAttempt, { spec }: PythonRun, plan: ModelPlan): readonly string[] {
  const { name, runs } = attempt;
  const width = widthName(plan);
  const head =
    plan.kind === "class"
      ? [`for ${width} in ${listLiteral(runs.map((run) => run.width ?? 0))}:`]
      : [
          "models = {",
          ...runs.map((run) => `    ${run.width}: lambda: ${sequentialOf(run.spec.model.layers)},`),
          "}",
          `for ${width}, make_model in models.items():`,
        ];
  const model = plan.kind === "class" ? modelCall(plan, spec, width) : wrapped(plan, spec, "make_model()");
  const scores = writeScores(attempt, spec, plan);
  const isOneDigit = spec.dataset.split.kind === "oneDigit";
  return [
    `losses_${name} = {}`,
    ...head,
    ...indent([
      ...writeRun(spec, { model, log: false }),
      `losses_${name}[${width}] = test_model(model, x_train, x_test, x_random)`,
      `print('${width} {}: training loss {:0.4f}, test loss {:0.4f}, loss on random data {:0.4f}'.format(`,
      `    ${width}, *losses_${name}[${width}]))`,
      ...(isOneDigit ? scores : []),
    ]),
    ...(isOneDigit ? [] : scores),
  ];
}

/** From the seed to the trained model. */
function writeRun(
  { seed, epochs, batchSize, optimizer, loss }: ExperimentSpec,
  { model, log }: { readonly model: string; readonly log: boolean },
): readonly string[] {
  const options = [
    `epochs=${epochs}`,
    `learning_rate=${literal(optimizer.learningRate)}`,
    ...(batchSize === "full" ? [] : [`batch_size=${batchSize}`]),
    ...(optimizer.weightDecay === 0 ? [] : [`weight_decay=${literal(optimizer.weightDecay)}`]),
    ...(loss.latentL1 === 0 ? [] : [`latent_l1=${literal(loss.latentL1)}`]),
    ...(log ? [] : ["log=False"]),
  ];
  return [
    `torch.manual_seed(${seed})`,
    `model = ${model}`,
    `train_model(model, x_train, ${options.join(", ")})`,
  ];
}

function modelCall(plan: ModelPlan, spec: ExperimentSpec, width: string): string {
  return wrapped(plan, spec, plan.kind === "class" ? plan.call(width) : sequentialOf(spec.model.layers));
}

function wrapped(plan: ModelPlan, spec: ExperimentSpec, made: string): string {
  return needsHiddenState(spec, plan) ? `${WITH_HIDDEN_STATE}(${made})` : made;
}

/** The errors of every pixel in and out of the class, and how well those of images tell the two apart. */
function writeScores(
  { name, asked }: PythonAttempt,
  { dataset }: ExperimentSpec,
  { inputShape }: ModelPlan,
): readonly string[] {
  const errors = (normal: string) =>
    `errors_${name} = squared_errors(model, ${normal}), squared_errors(model, x_test)`;
  if (dataset.split.kind === "oneDigit") {
    return [
      errors(normalImages(dataset.split)),
      `print('AUROC: {:0.4f}'.format(auroc(*[errors.mean(1) for errors in errors_${name}])))`,
    ];
  }
  if (asked.kind !== "oneDigit") return [];
  return [
    "",
    "# It was trained on all digits; what is scored is how it tells one from the others.",
    ...writeSplit({ ...dataset, split: asked }).filter((line) => !line.startsWith("#")),
    ...writeTensors(asked, inputShape),
    errors(normalImages(asked)),
  ];
}
