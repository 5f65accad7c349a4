import type { Resumption } from "../../shared/api/runs.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Choice, TrainingEvent } from "../engine/events.ts";
import type { LiveCurve, Run } from "./training-run.ts";

let made = 0;

type Started = { readonly spec: ExperimentSpec; readonly choice: Choice; readonly trainLoss: number[] };

/** Writes down what the engine tells about a sweep: the curves of the present seed, and each run that is over. */
export function makeLedger(experiment: string) {
  /** The runs of the present seed that started, the one that trains last. */
  let started: readonly Started[] = [];
  /** Null between runs. */
  let current: Started | null = null;
  let resumption: Resumption | null = null;

  function close(spec: ExperimentSpec, outcome: Run["outcome"]): Run {
    const { choice, trainLoss } = current ?? { choice: null, trainLoss: [] };
    current = null;
    return { key: `run-${made++}`, experiment, spec, choice, trainLoss, outcome };
  }

  return {
    choice: (): Choice | null => started.at(-1)?.choice ?? null,
    /** Where the run that trains went on last. */
    resumption: (): Resumption | null => resumption,
    epochsDone: (): number => started.at(-1)?.trainLoss.length ?? 0,
    curves: (): readonly LiveCurve[] =>
      started.map(({ spec, trainLoss }) => ({ spec, trainLoss: [...trainLoss] })),
    /** The run that `event` ends, null while it goes on. */
    take(spec: ExperimentSpec, event: TrainingEvent): Run | null {
      switch (event.type) {
        case "started": {
          const { engine, device, why } = event;
          const others = started.filter((one) => one !== current && one.spec.seed === spec.seed);
          current = { spec, choice: { engine, device, why }, trainLoss: [] };
          started = [...others, current];
          resumption = null;
          return null;
        }
        case "resumed": {
          const { engine, device, why, history } = event;
          current = { spec, choice: { engine, device, why }, trainLoss: [...history.trainLoss] };
          started = [...started.filter((one) => one.spec !== spec), current];
          resumption = history.resumed?.at(-1) ?? null;
          return null;
        }
        case "checkpoint":
          return null;
        case "epoch":
          current?.trainLoss.push(event.trainLoss);
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
