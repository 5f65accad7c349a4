import { medianMs, type Row } from "./measure.ts";

/** What the lab promises of its speed, on two cores without a GPU. */
export type Goal =
  | { readonly workload: string; readonly kind: "times"; readonly peer: RegExp; readonly goal: number }
  | { readonly workload: string; readonly kind: "ms"; readonly goal: number };

const PYTORCH = /^PyTorch/;
const TFJS = /^TF\.js/;

export const GOALS: readonly Goal[] = [
  { workload: "problem-1", kind: "times", peer: PYTORCH, goal: 15 },
  { workload: "problem-2", kind: "times", peer: PYTORCH, goal: 500 },
  ...["mlp-relu", "mlp-200-relu", "cae-20-relu"].flatMap((workload): Goal[] => [
    { workload, kind: "times", peer: PYTORCH, goal: 1 },
    { workload, kind: "times", peer: TFJS, goal: 5 },
  ]),
  { workload: "seeds-100", kind: "ms", goal: 500 },
];

export type Verdict = {
  readonly workload: string;
  readonly sentence: string;
  readonly value: number | null;
  readonly goal: number;
  /** null: a contender was not there. */
  readonly met: boolean | null;
};

/** What the rows of its workload make of a goal; medians against medians. */
export function judge(goal: Goal, rows: readonly Row[]): Verdict {
  const own = rows.find(({ contender }) => contender.name === "Latent Lab");
  const ownMs = own?.outcome.kind === "timing" ? medianMs(own.outcome) : null;
  const { workload } = goal;
  if (goal.kind === "ms") {
    if (ownMs === null) return notMeasured(goal, "it was not run");
    const met = ownMs < goal.goal;
    const sentence = `${workload}: ${Math.round(ownMs)} ms (goal: under ${goal.goal}), ${words(met)}`;
    return { workload, sentence, value: ownMs, goal: goal.goal, met };
  }
  const peers = rows.flatMap(({ contender, outcome }) =>
    goal.peer.test(contender.name) && isOnProcessor(contender.device) && outcome.kind === "timing"
      ? [{ name: contender.name, ms: medianMs(outcome) }]
      : [],
  );
  const peer = peers.toSorted((a, b) => a.ms - b.ms)[0];
  if (peer === undefined || ownMs === null) return notMeasured(goal, `${nameOf(goal.peer)} was not there`);
  const value = peer.ms / ownMs;
  const met = value >= goal.goal;
  const sentence = `${workload}: ${value.toFixed(1)} times faster than ${peer.name} (goal ${goal.goal}), ${words(met)}`;
  return { workload, sentence, value, goal: goal.goal, met };
}

function isOnProcessor(device: string): boolean {
  return device === "wasm" || device === "cpu" || device.includes("thread");
}

function notMeasured({ workload, goal }: Goal, why: string): Verdict {
  return {
    workload,
    sentence: `${workload}: not measured, ${why} (goal ${goal})`,
    value: null,
    goal,
    met: null,
  };
}

function nameOf(peer: RegExp): string {
  return peer === PYTORCH ? "PyTorch" : "TF.js";
}

function words(met: boolean): string {
  return met ? "met" : "NOT MET";
}
