import type { ApiError } from "../../shared/api/errors.ts";
import type { RunUpload } from "../../shared/api/runs.ts";
import { decodeSafetensors, encodeSafetensors } from "../../shared/model/safetensors.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { invalid } from "../failures.ts";
import { type FloorOf, refuseBelowFloor } from "./below-floor.ts";
import { type Means, type Verdict, verify } from "./verify.ts";

/** A run that may be stored: the Worker's verdict, and the weights as the lab writes them. */
export type Accepted = Verdict & { readonly weights: Uint8Array };

/** What accepting rests on: what a verdict does, and the PCA floor of a data set's test images for so many numbers. */
export type AcceptMeans = Means & { readonly floorOf: FloorOf };

/** Reads and checks foreign weights against their spec; a failure says what was expected and what came. */
export function accept(upload: RunUpload, bytes: Uint8Array, means: AcceptMeans): Result<Accepted, ApiError> {
  const { layers } = upload.spec.model;
  const weights = decodeSafetensors(layers, bytes);
  if (!weights.ok) return failure(invalid(weights.error));
  const verdict = verify(upload, weights.value, means);
  if (!Object.values(verdict.metrics).every(Number.isFinite)) {
    return failure({
      reason: "invalid",
      field: "weights",
      message: "weights: these weights give errors that are no numbers; a diverged run cannot be kept",
    });
  }
  const impossible = refuseBelowFloor(upload, verdict.metrics, means.floorOf);
  if (impossible !== null) return failure(impossible);
  // Written anew, so that equal weights are equal bytes whoever wrote the file.
  return success({ ...verdict, weights: encodeSafetensors(layers, weights.value) });
}
