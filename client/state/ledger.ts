import type { Resumption } from "../../shared/api/runs.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Choice, TrainingEvent } from "../engine/events.ts";
import type { LiveCurve, Run } from "./training-run.ts";

let made = 0;

type Started = { readonly spec: ExperimentSpec; readonly choice: Choice; readonly trainLoss: number[] };

/** Writes down what the engine tells about a sweep, whose runs may go side by side: their curves, and each that is over. */
export function makeLedger(experiment: string) {
  /** Every run that started, the one that did so last at the end. */
  let started: readonly Started[] = [];
  /** Those of them that are not over. */
  const open = new Map<ExperimentSpec, Started>();
  let resumption: Resumption | null = null;

  function begin(spec: ExperimentSpec, { engine, device, why }: Choice, trainLoss: readonly number[]): null {
    const run = { spec, choice: { engine, device, why }, trainLoss: [...trainLoss] };
    started = [...started.filter((one) => one !== open.get(spec)), run];
    open.set(spec, run);
    return null;
  }

  function close(spec: ExperimentSpec, outcome: Run["outcome"]): Run {
    const { choice, trainLoss } = open.get(spec) ?? { choice: null, trainLoss: [] };
    open.delete(spec);
    return { key: `run-${made++}`, experiment, spec, choice, trainLoss, outcome };
  }

  return {
    choice: (): Choice | null => started.at(-1)?.choice ?? null,
    /** Where the run that started or went on last did so; null at its start. */
    resumption: (): Resumption | null => resumption,
    /** Of the seed that started last. */
    curves: (): readonly LiveCurve[] =>
      started
        .filter(({ spec }) => spec.seed === started.at(-1)?.spec.seed)
        .map(({ spec, trainLoss }) => ({ spec, trainLoss: [...trainLoss] })),
    /** The run that `event` ends, null while it goes on. */
    take(spec: ExperimentSpec, event: TrainingEvent): Run | null {
      switch (event.type) {
        case "started":
          resumption = null;
          return begin(spec, event, []);
        case "resumed":
          resumption = event.history.resumed?.at(-1) ?? null;
          return begin(spec, event, event.history.trainLoss);
        case "checkpoint":
          return null;
        case "epoch":
          open.get(spec)?.trainLoss.push(event.trainLoss);
          return null;
        case "finished":
          return close(spec, { ...event, status: "finished" });
        case "failed":
          return close(spec, { status: "failed", reason: event.reason, message: event.message });
        default:
          return event satisfies never;
      }
    },
  };
}
