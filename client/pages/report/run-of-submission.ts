import type { SubmittedRun } from "../../../shared/api/homework.ts";
import type { AttemptRun } from "../../../shared/assignment/answers.ts";
import { formatComplaint } from "../../../shared/explain.ts";
import { decodeSafetensors } from "../../../shared/model/safetensors.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import { api } from "../../state/api-calls.ts";
import type { ReadRun } from "./collect-report.ts";

/** A run that was handed in, by its link; its numbers are the server's own. */
export async function readSubmittedRun(
  run: AttemptRun,
  submitted: readonly SubmittedRun[],
): Promise<Result<ReadRun, string>> {
  const found = submitted.find(({ id }) => id === run.id);
  if (found === undefined) return failure("It was not handed in with the answers.");
  const { metrics, verification, runLink } = found;
  const view = await api.runLink(runLink);
  if (!view.ok) return failure(view.error.message);
  return success({
    trainLoss: view.value.history.trainLoss,
    ...{ metrics, verification, link: runAddress(runLink) },
    async readWeights() {
      const bytes = await api.runLinkWeights(runLink);
      if (!bytes.ok) return failure(bytes.error.message);
      const weights = decodeSafetensors(run.spec.model.layers, bytes.value);
      return weights.ok ? weights : failure(`Its weights cannot be read: ${formatComplaint(weights.error)}.`);
    },
  });
}

/** The whole address of a run's link. */
export function runAddress(runLink: string): string {
  return `${location.origin}/r/${runLink}`;
}
