import type { Flag, FlagReview } from "../../shared/api/flags.ts";
import { canonicalJson, sha256Hex } from "../../shared/spec/identity.ts";
import type { FoundFlag } from "./read-flags.ts";

/** Whose work a flag is about, by id; the second is null where it is about one student. */
export function membersOf(flag: FoundFlag): readonly [member: string, other: string | null] {
  switch (flag.kind) {
    case "sameWeights": {
      const [pair] = flag.pairs;
      if (pair === undefined) throw new TypeError("a flag on shared weights has at least one pair of runs");
      return [pair.later.member, pair.first.member];
    }
    case "otherWeights":
      return [flag.run.member, flag.rival?.member ?? null];
    case "gap":
      return [flag.run.member, null];
    case "copiedText":
      return [flag.later.member, flag.first.member];
    default:
      return flag satisfies never;
  }
}

/** What a flag rests on, as one name: the same as long as the evidence is, whoever asks. */
export function flagId(flag: FoundFlag): string {
  const [member, other] = membersOf(flag);
  const members = [member, ...(other === null ? [] : [other])].sort();
  const evidence = canonicalJson({ kind: flag.kind, members, ...groundsOf(flag) });
  return sha256Hex(new TextEncoder().encode(evidence));
}

function groundsOf(flag: FoundFlag): object {
  switch (flag.kind) {
    case "sameWeights":
      return { weights: flag.pairs.map(({ first }) => first.weightsHash).sort() };
    case "otherWeights":
      return { runs: [flag.run.id, ...(flag.rival === null ? [] : [flag.rival.id])] };
    case "gap":
      return { run: flag.run.id };
    case "copiedText":
      return { cell: flag.first.cell, common: flag.common.toSorted((a, b) => a - b) };
    default:
      return flag satisfies never;
  }
}

/** A flag as its page lists it. */
export function buildFlag(
  flag: FoundFlag,
  { parts, reviews }: { parts: readonly string[]; reviews: ReadonlyMap<string, FlagReview> },
): Flag {
  const id = flagId(flag);
  const common = { id, parts: [...parts], review: reviews.get(id) ?? null };
  switch (flag.kind) {
    case "sameWeights": {
      const [member, other] = studentsOfPairs(flag.pairs);
      return {
        ...common,
        kind: flag.kind,
        at: newest(flag.pairs.map(({ later }) => later.receivedAt)),
        first: other,
        later: member,
        runs: flag.pairs.length,
        reasons: [...new Set(flag.pairs.map(({ reason }) => reason))],
      };
    }
    case "otherWeights": {
      const { run, rival } = flag;
      return {
        ...common,
        kind: flag.kind,
        at: newest([run.receivedAt, rival?.receivedAt ?? ""]),
        student: run.student,
        rival: rival?.student ?? null,
      };
    }
    case "gap": {
      const { run, honest, sigmas } = flag;
      const gap = run.metrics.testMse - run.metrics.trainMse;
      const at = run.receivedAt;
      return { ...common, kind: flag.kind, at, student: run.student, gap, honestGap: honest.gap, sigmas };
    }
    case "copiedText": {
      const { first, later, share, isOrderClear } = flag;
      const at = newest([first.savedAt, later.savedAt]);
      return {
        ...common,
        ...{ kind: flag.kind, at, share, isOrderClear },
        first: first.student,
        later: later.student,
      };
    }
    default:
      return flag satisfies never;
  }
}

function studentsOfPairs(pairs: Extract<FoundFlag, { kind: "sameWeights" }>["pairs"]) {
  const [pair] = pairs;
  if (pair === undefined) throw new TypeError("a flag on shared weights has at least one pair of runs");
  return [pair.later.student, pair.first.student] as const;
}

function newest(times: readonly string[]): string {
  return times.reduce((last, time) => (time > last ? time : last), "");
}
