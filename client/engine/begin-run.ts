import type { History } from "../../shared/api/runs.ts";
import { MAX_RESUMPTIONS } from "../../shared/limits.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { TrainingState } from "../../shared/training/training-state.ts";
import type { Choice, TrainingEvent, TrainingOptions } from "./events.ts";

/** A run's history while it is written. */
export type OpenHistory = Omit<History, "trainLoss"> & { readonly trainLoss: number[] };

/** How a run begins: what is told first, the history so far, and the state to train on from; null at the very start. */
export function beginRun(
  spec: ExperimentSpec,
  choice: Choice,
  from: TrainingOptions["from"],
): { readonly first: TrainingEvent; readonly history: OpenHistory; readonly state: TrainingState | null } {
  if (from === null || from === undefined) {
    return { first: { type: "started", spec, ...choice }, history: { trainLoss: [] }, state: null };
  }
  const { state, history } = from.checkpoint;
  const { engine, device } = choice;
  const at = { epoch: state.epoch, engine, device, after: from.after };
  const resumed = [...(history.resumed ?? []), at].slice(-MAX_RESUMPTIONS);
  return {
    first: { type: "resumed", spec, history: { ...history, resumed }, ...choice },
    history: { trainLoss: [...history.trainLoss], resumed },
    state,
  };
}
