import type { FlagOf } from "../../shared/api/flags.ts";
import { judgeGap } from "../../shared/integrity/honest-gap.ts";
import {
  type GivenSpecs,
  isExact,
  isFromSeed,
  judgeSharedWeights,
} from "../../shared/integrity/shared-weights.ts";
import { canReproduce } from "../../shared/training/reproduction-cost.ts";
import type { FlagRun } from "../store/flag-runs.ts";

export type SharedPair = {
  readonly first: FlagRun;
  readonly later: FlagRun;
  readonly reason: FlagOf<"sameWeights">["reasons"][number];
};
export type SharedFlag = { readonly kind: "sameWeights"; readonly pairs: readonly SharedPair[] };

/**
 * Two students and all weights that both have. Where the seed does not give them to someone, that someone stands beside the first
 * whom it does give them to, or else beside the first who sent them. `runs` oldest first.
 */
export function findSharedWeights(runs: readonly FlagRun[], given: GivenSpecs): readonly SharedFlag[] {
  const found = new Map<string, Map<string, SharedPair>>();
  for (const [weights, group] of groupBy(runs, ({ weightsHash }) => weightsHash)) {
    if (judgeSharedWeights(group.map(weigh), given) === null) continue;
    for (const [one, other] of pairUp(group)) {
      const reason = judgeSharedWeights([weigh(one), weigh(other)], given);
      if (reason === null) continue;
      const [first, later] = runs.indexOf(one) < runs.indexOf(other) ? [one, other] : [other, one];
      const key = `${first.member} ${later.member}`;
      const pairs = found.get(key) ?? new Map<string, SharedPair>();
      found.set(key, pairs.set(weights, { first, later, reason }));
    }
  }
  return Array.from(found.values(), (pairs) => ({ kind: "sameWeights", pairs: [...pairs.values()] }));
}

function pairUp(group: readonly FlagRun[]): readonly (readonly [FlagRun, FlagRun])[] {
  const odd = group.filter((run) => !isFromSeed(weigh(run)));
  const sources = [...group.filter((run) => isFromSeed(weigh(run))), ...odd];
  return firstOfEach(odd.length === 0 ? group : odd).flatMap((run) => {
    const source = sources.find(({ member }) => member !== run.member);
    return source === undefined ? [] : [[source, run] as const];
  });
}

function weigh(run: FlagRun) {
  const { member, specId, spec, engine, device, verification } = run;
  return {
    ...{ member, specId, engine, device },
    seed: spec.seed,
    status: verification.status,
    isReproducible: canReproduce(spec, engine),
  };
}

export type OtherFlag = {
  readonly kind: "otherWeights";
  readonly run: FlagRun;
  readonly rival: FlagRun | null;
};

/**
 * Runs of the processor that cannot be what their seed gives. `isResumed` tells of those that went on from a checkpoint: what
 * trained before it is not written down, so nothing is said of them.
 */
export function findOtherWeights(
  runs: readonly FlagRun[],
  isResumed: (run: FlagRun) => boolean,
): readonly OtherFlag[] {
  const exact = runs.filter((run) => isCandidate(run) && !isResumed(run));
  const long = exact.filter(({ spec, engine }) => !canReproduce(spec, engine));
  const again = exact.filter(({ spec, engine }) => canReproduce(spec, engine));
  return [
    ...again.map((run) => ({ kind: "otherWeights" as const, run, rival: null })),
    ...Array.from(groupBy(long, ({ specId, engine }) => `${specId} ${engine}`).values()).flatMap((group) => {
      const [first] = group;
      const others = firstOfEach(
        group.filter(
          ({ member, weightsHash }) => member !== first?.member && weightsHash !== first?.weightsHash,
        ),
      );
      return others.map((run) => ({ kind: "otherWeights" as const, run, rival: first ?? null }));
    }),
  ];
}

/** Whether a run's history decides if anything is said of it. */
export function isCandidate({ engine, verification }: FlagRun): boolean {
  return isExact(engine) && verification.status === "scored";
}

export type GapFlag = {
  readonly kind: "gap";
  readonly run: FlagRun;
  readonly honest: NonNullable<FlagRun["honest"]>;
  readonly sigmas: number;
};

/** Scored runs whose gap is not what honest training of their spec gives, of those specs whose honest gap is measured. */
export function findGaps(runs: readonly FlagRun[]): readonly GapFlag[] {
  return runs.flatMap((run) => {
    const { honest, verification, metrics, device } = run;
    if (honest === null || verification.status !== "scored" || device === "webgl") return [];
    const { sigmas, isFlagged } = judgeGap(metrics, honest);
    return isFlagged ? [{ kind: "gap" as const, run, honest, sigmas }] : [];
  });
}

function firstOfEach(runs: readonly FlagRun[]): readonly FlagRun[] {
  return Array.from(groupBy(runs, ({ member }) => member).values()).flatMap(([first]) =>
    first === undefined ? [] : [first],
  );
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return groups;
}
