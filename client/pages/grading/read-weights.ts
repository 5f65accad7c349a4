import { formatComplaint } from "../../../shared/explain.ts";
import { decodeSafetensors } from "../../../shared/model/safetensors.ts";
import { failure } from "../../../shared/result.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import type { ReadWeights } from "./work-figure.ts";

/** Reads the models of what a student handed in, by the student's handle. */
export function makeReadWeights({ course, handle }: { course: string; handle: string }): ReadWeights {
  return async (cell, spec) => {
    const bytes = await gradesCalls.weights(course, handle, cell);
    if (!bytes.ok) return failure(bytes.error.message);
    const weights = decodeSafetensors(spec.model.layers, bytes.value);
    return weights.ok ? weights : failure(`Its weights cannot be read: ${formatComplaint(weights.error)}.`);
  };
}
