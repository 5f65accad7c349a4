import type { RunSettings } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { failure, type Result, success } from "../../../../shared/result.ts";
import { type ExperimentSpec, parseSpec } from "../../../../shared/spec/experiment.ts";
import { latentWidth, layersOfWidth } from "../../../../shared/spec/latent-width.ts";
import { WIDTH_PARAMETERS } from "../../../pytorch/model/parameters.ts";
import { type ReadModel, readModel } from "../../../pytorch/model/read-model.ts";
import { inputShapeOf } from "../code/read-code.ts";
import { listComplaints, type SettingComplaint, settle, settledValue } from "./settings.ts";

/** One run of a cell. `width` is null where the class is trained as it is written. */
export type CellRun = { readonly width: number | null; readonly spec: ExperimentSpec };

/** A student's class and the shape of the items that it is given. */
export type ClassSource = { readonly source: string; readonly itemShape: readonly number[] };

type Model = ExperimentSpec["model"];

/**
 * What a run cell trains: the student's class, read once for each width, in the cell's spec with the settings. A failure
 * names the fields that are wrong, or says what the class needs.
 */
export function specsOf(
  cell: CellOf<"run">,
  settings: RunSettings,
  code: ClassSource,
): Result<readonly CellRun[], readonly SettingComplaint[]> {
  const complaints = listComplaints(cell, settings);
  if (complaints.length > 0) return failure(complaints);
  const base = readClass(code);
  if (!base.ok) return refuseClass(base.error);
  const spec = settle(cell, settings);
  const widths = settledValue(cell, settings, "widths");
  const runs: CellRun[] = [];
  for (const width of widths.length === 0 ? [null] : widths) {
    const model = modelAt(base.value, code, width);
    if (!model.ok) return refuseClass(model.error);
    const parsed = parseSpec({ ...spec, model: model.value });
    if (!parsed.ok) return refuseClass(parsed.error.message);
    runs.push({ width, spec: parsed.value });
  }
  return success(runs);
}

/** The model that a class is at a width, or as it is written; a failure says what it needs. */
export function readModelAt(code: ClassSource, width: number | null): Result<Model, string> {
  const base = readClass(code);
  return base.ok ? modelAt(base.value, code, width) : base;
}

function readClass(code: ClassSource): Result<ReadModel, string> {
  const read = readModel(code.source, { inputShape: inputShapeOf(code.itemShape) });
  if (read.ok) return read;
  const [first] = read.error;
  const where = first === undefined ? "" : ` Line ${first.line}: ${first.message}.`;
  return failure(`The class cannot be read yet.${where}`);
}

function modelAt(base: ReadModel, code: ClassSource, width: number | null): Result<Model, string> {
  return width === null ? success(modelOf(base)) : modelOfWidth(base, code, width);
}

function refuseClass(message: string): Result<never, readonly SettingComplaint[]> {
  return failure([{ field: "model", message }]);
}

function modelOf({ layers, latentAfter }: ReadModel): Model {
  return { layers: [...layers], latentAfter };
}

/** The class with its hidden layer of a width: by the parameter that sets it, else, where there is but one hidden layer, by that layer. */
function modelOfWidth(base: ReadModel, code: ClassSource, width: number): Result<Model, string> {
  const names = WIDTH_PARAMETERS.filter((name) => base.parameters.some((one) => one.name === name));
  if (names.length === 0) return modelWithoutParameter(base, width);
  let why = "";
  for (const name of names) {
    const read = readModel(code.source, {
      inputShape: inputShapeOf(code.itemShape),
      parameters: { [name]: width },
    });
    const found = read.ok ? latentWidth({ model: modelOf(read.value) }) : null;
    if (read.ok && found === width) return success(modelOf(read.value));
    const [first] = read.ok ? [] : read.error;
    why ||=
      first === undefined
        ? `With ${name} = ${width} the hidden state still has a width of ${found}: use ${name} where that layer is made.`
        : `With ${name} = ${width}: line ${first.line}: ${first.message}.`;
  }
  return failure(why);
}

function modelWithoutParameter(base: ReadModel, width: number): Result<Model, string> {
  const model = modelOf(base);
  const layers = hasOneHiddenLayer(model) ? layersOfWidth(model, width) : null;
  if (layers !== null) return success({ ...model, layers });
  if (latentWidth({ model }) === width) return success(model);
  const name = base.layers.some(({ kind }) => kind === "conv2d") ? "num_kernels" : "hidden_size";
  return failure(
    `Nothing in the class sets the width of its hidden layer, so it cannot be trained with ${width}. Give __init__ a parameter ${name}, and use it where the layers are made.`,
  );
}

function hasOneHiddenLayer({ layers }: Model): boolean {
  return layers.filter((layer) => "in" in layer).length === 2;
}
