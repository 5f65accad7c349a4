import type { Resumption } from "../../shared/api/runs.ts";
import { describeDevice } from "./engine-words.ts";
import { formatLoss } from "./numbers.ts";

const AFTER: Record<Resumption["after"], string> = {
  stop: "it was stopped",
  lostDevice: "the GPU stopped answering",
  crash: "the training program ended unexpectedly",
  notFinite: "the GPU gave a loss that was no number",
};

/** Where and why a run went on: `Went on after epoch 31 on your processor, because the GPU stopped answering.` */
export function sayResumption({ epoch, device, after }: Resumption): string {
  const place = epoch === 0 ? "Began again" : `Went on after epoch ${epoch}`;
  return `${place} on ${describeDevice(device)}, because ${AFTER[after]}.`;
}

/** The log as the course prints it, with a line where the run went on. */
export function buildLog(trainLoss: readonly number[], resumed: readonly Resumption[]): string {
  const lines = trainLoss.flatMap((loss, epoch) => [
    ...resumed.filter((mark) => mark.epoch === epoch).map((mark) => `# ${sayResumption(mark)}`),
    `Epoch: ${epoch} | Train loss: ${formatLoss(loss)}`,
  ]);
  return lines.join("\n");
}
