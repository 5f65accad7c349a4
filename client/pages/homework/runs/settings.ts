import { RunSettings } from "../../../../shared/assignment/answers.ts";
import type { CellOf, OpenField } from "../../../../shared/assignment/assignment.ts";
import { explain } from "../../../../shared/explain.ts";
import { failure, type Result, success } from "../../../../shared/result.ts";
import { type ExperimentSpec, parseSpec } from "../../../../shared/spec/experiment.ts";
import { canonicalJson } from "../../../../shared/spec/identity.ts";

type RunCell = CellOf<"run">;
type Values = { readonly [F in OpenField]: NonNullable<RunSettings[F]> };

/** What is wrong with one field, or with the class that would be trained. */
export type SettingComplaint = { readonly field: OpenField | "model"; readonly message: string };

/** A field's value as the homework asks for it. */
export function askedValue<F extends OpenField>(cell: RunCell, field: F): Values[F] {
  const { spec } = cell;
  const asked: Values = {
    widths: cell.widths,
    epochs: spec.epochs,
    learningRate: spec.optimizer.learningRate,
    batchSize: spec.batchSize,
    seed: spec.seed,
    weightDecay: spec.optimizer.weightDecay,
    latentL1: spec.loss.latentL1,
    split: spec.dataset.split,
  };
  return asked[field];
}

/** A field's value as it is set now. */
export function settledValue<F extends OpenField>(cell: RunCell, settings: RunSettings, field: F): Values[F] {
  const values: Partial<Values> = settings;
  return (cell.open.includes(field) ? values[field] : undefined) ?? askedValue(cell, field);
}

/** The cell's spec with its settings, not parsed yet; a field that is not open keeps the cell's value. */
export function settle(cell: RunCell, settings: RunSettings): ExperimentSpec {
  const value = <F extends OpenField>(field: F) => settledValue(cell, settings, field);
  const { spec } = cell;
  return {
    ...spec,
    dataset: { ...spec.dataset, split: value("split") },
    loss: { ...spec.loss, latentL1: value("latentL1") },
    optimizer: {
      ...spec.optimizer,
      learningRate: value("learningRate"),
      weightDecay: value("weightDecay"),
    },
    epochs: value("epochs"),
    batchSize: value("batchSize"),
    seed: value("seed"),
  };
}

/** The settings with one field changed to what was typed, which is foreign; a failure says what the field takes. */
export function changeSetting(
  cell: RunCell,
  settings: RunSettings,
  field: OpenField,
  typed: unknown,
): Result<RunSettings, string> {
  const input = { ...settings, [field]: typed };
  const parsed = RunSettings.safeParse(input);
  if (!parsed.success) return failure(explain(parsed.error, input).message);
  const changed = parsed.data;
  const complaint = listComplaints(cell, changed).find((one) => one.field === field);
  if (complaint !== undefined) return failure(complaint.message);
  if (canonicalJson(changed[field] ?? null) !== canonicalJson(askedValue(cell, field)))
    return success(changed);
  const { [field]: _, ...others } = changed;
  return success(others);
}

/** What the contract says against each setting; empty where all can be trained. */
export function listComplaints(cell: RunCell, settings: RunSettings): readonly SettingComplaint[] {
  return cell.open.flatMap((field): SettingComplaint[] => {
    if (settings[field] === undefined) return [];
    const message =
      field === "widths" ? widthsComplaint(settings.widths ?? []) : specComplaint(cell, settings, field);
    return message === null ? [] : [{ field, message }];
  });
}

function specComplaint(cell: RunCell, settings: RunSettings, field: OpenField): string | null {
  const parsed = parseSpec(settle(cell, { [field]: settings[field] }));
  return parsed.ok ? null : parsed.error.message;
}

function widthsComplaint(widths: readonly number[]): string | null {
  if (widths.length === 0) return "expected at least one; type it and press Enter";
  const twice = widths.find((width, i) => widths.indexOf(width) < i);
  return twice === undefined ? null : `${twice} is there twice`;
}
