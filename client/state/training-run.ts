import type { Resumption } from "../../shared/api/runs.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Choice, FinishedRun, TrainingEvent } from "../engine/events.ts";

type Failed = Extract<TrainingEvent, { type: "failed" }>;

/** One run that is over, as the pages show it. */
export type Run = {
  /** Unlike any other run's on this page. */
  readonly key: string;
  /** What was asked for when it was trained: the runs of one sweep share it. */
  readonly experiment: string;
  readonly spec: ExperimentSpec;
  /** What trained it; null of a run that nothing here could train. */
  readonly choice: Choice | null;
  /** The losses that it reached, an epoch each, also of a run that failed. */
  readonly trainLoss: readonly number[];
  readonly outcome:
    | ({ readonly status: "finished" } & FinishedRun)
    | { readonly status: "failed"; readonly reason: Failed["reason"]; readonly message: string };
};

export type FinishedOne = Run & {
  readonly choice: Choice;
  readonly outcome: { readonly status: "finished" } & FinishedRun;
};

export function isFinished(run: Run): run is FinishedOne {
  return run.outcome.status === "finished" && run.choice !== null;
}

/** The losses so far of a run that trains, or of one of its neighbours of the same seed. */
export type LiveCurve = { readonly spec: ExperimentSpec; readonly trainLoss: readonly number[] };

export type Progress = {
  /** Which run of how many, from 1: those that are over, and the first that is not. */
  readonly run: number;
  readonly runs: number;
  /** Epochs done of the run that trains; of several, the one that began first. */
  readonly epoch: number;
  readonly epochs: number;
  /** 0 to 1 of the whole sweep. */
  readonly share: number;
  readonly remainingMs: number | null;
  readonly choice: Choice | null;
  /** Where the run that trains went on last; null where nothing interrupted it. */
  readonly resumption: Resumption | null;
};

export type TrainingState =
  | { readonly status: "idle" }
  | { readonly status: "starting" }
  | { readonly status: "training" | "paused"; readonly progress: Progress }
  | { readonly status: "finished"; readonly runs: number; readonly failed: number; readonly tookMs: number }
  | { readonly status: "stopped"; readonly runs: number; readonly asked: number }
  | { readonly status: "failed"; readonly message: string };
