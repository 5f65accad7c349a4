import { createEffect, createMemo, createSignal } from "solid-js";
import { MAX_SEED } from "../../../shared/limits.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { createTraining } from "../../state/training.ts";
import { isFinished, type Run } from "../../state/training-run.ts";
import type { Trial } from "./axes.ts";
import { type Candidate, drawCandidates } from "./candidates.ts";
import { bestOf } from "./findings.ts";

/** A candidate that is over; `auroc` is null where training failed, and `why` then says so. */
export type Tried = Candidate & { readonly auroc: number | null; readonly why: string | null };
/** One that was scored. */
export type Scored = Candidate & Trial;

/** Candidates that were trained again from other seeds, the winner first, and what each seed that is over scored. */
export type Check = readonly { readonly candidate: Candidate; readonly aurocs: readonly number[] }[];

type Checking = readonly { readonly candidate: Candidate; readonly specs: readonly ExperimentSpec[] }[];

export const CHECK_SEEDS = 5;

/** What was found stays while the page does: a reader who looks at another view comes back to it. */
const kept = new Map<string, readonly Tried[]>();

export type Search = ReturnType<typeof createSearch>;

/** Searches around a run's spec on this device; `key` tells the run from others. */
export function createSearch({ key, spec }: { readonly key: string; readonly spec: ExperimentSpec }) {
  const training = createTraining({ onFinished: () => {} });
  const [candidates, setCandidates] = createSignal<readonly Candidate[] | null>(null);
  const [checking, setChecking] = createSignal<Checking>([]);
  const runOf = createMemo(() => new Map(training.runs().map((run) => [run.spec, run])));

  /** Those that are over, in the order in which they were drawn. */
  const tried = createMemo((): readonly Tried[] => {
    const drawn = candidates();
    if (drawn === null) return kept.get(key) ?? [];
    return drawn.flatMap((candidate) => {
      const run = runOf().get(candidate.spec);
      return run === undefined ? [] : [{ ...candidate, ...readScore(run) }];
    });
  });
  createEffect(() => kept.set(key, tried()));
  const scored = createMemo(() =>
    tried().flatMap(({ settings, spec, auroc }): readonly Scored[] =>
      auroc === null ? [] : [{ settings, spec, auroc }],
    ),
  );
  const status = () => training.state().status;

  return {
    ...{ state: training.state, stop: training.stop, tried, scored },
    best: createMemo(() => bestOf(scored())),
    isBusy: () => status() === "starting" || status() === "training" || status() === "paused",
    /** Draws candidates around the run and trains them; what an earlier search found goes. */
    start(asked: { readonly count: number; readonly seed: number }): void {
      const drawn = drawCandidates(spec, asked);
      training.clear();
      setChecking([]);
      setCandidates(drawn);
      train(
        "search",
        drawn.map((candidate) => candidate.spec),
      );
    },
    /** Trains candidates again from other seeds. */
    check(some: readonly Candidate[]): void {
      const groups = some.map((candidate) => ({ candidate, specs: otherSeeds(candidate.spec) }));
      setChecking(groups);
      train(
        "check",
        groups.flatMap(({ specs }) => specs),
      );
    },
    checked: createMemo(
      (): Check =>
        checking().map(({ candidate, specs }) => ({
          candidate,
          aurocs: specs.flatMap((one) => {
            const run = runOf().get(one);
            const auroc = run === undefined ? null : readScore(run).auroc;
            return auroc === null ? [] : [auroc];
          }),
        })),
    ),
  };

  function train(experiment: string, specs: readonly ExperimentSpec[]): void {
    void training.start({ experiment, specs, preference: "auto" });
  }
}

function readScore(run: Run): Pick<Tried, "auroc" | "why"> {
  if (isFinished(run)) return { auroc: run.outcome.metrics.auroc ?? null, why: null };
  return { auroc: null, why: run.outcome.status === "failed" ? run.outcome.message : null };
}

function otherSeeds(spec: ExperimentSpec): readonly ExperimentSpec[] {
  return Array.from({ length: CHECK_SEEDS }, (_, i) => ({
    ...spec,
    seed: (spec.seed + i + 1) % (MAX_SEED + 1),
  }));
}
