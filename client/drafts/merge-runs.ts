import type { AnswerOf, Attempt } from "../../shared/assignment/answers.ts";
import { MAX_ATTEMPTS } from "../../shared/limits.ts";
import { isSame } from "./same.ts";

type RunAnswer = AnswerOf<"run">;

/**
 * Two versions of a run cell that come from `base`, as one, without asking: every attempt of both, but for those that one side
 * deleted while the other left them alone. Where both changed one thing, `mine` counts, which is the later.
 */
export function mergeRuns(base: RunAnswer | null, mine: RunAnswer, theirs: RunAnswer): RunAnswer {
  const merged = unite({
    base: byId(base?.attempts ?? []),
    mine: byId(mine.attempts),
    theirs: byId(theirs.attempts),
  });
  const pinned = isSame(mine.pinned, base?.pinned ?? null) ? theirs.pinned : mine.pinned;
  return {
    kind: "run",
    settings: isSame(mine.settings, base?.settings ?? {}) ? theirs.settings : mine.settings,
    attempts: keepNewest(merged, pinned),
    pinned: merged.some(({ id }) => id === pinned) ? pinned : null,
  };
}

type ById = ReadonlyMap<string, Attempt>;

function unite({ base, mine, theirs }: { base: ById; mine: ById; theirs: ById }): readonly Attempt[] {
  const ids = new Set([...theirs.keys(), ...mine.keys()]);
  return Array.from(ids, (id) => {
    const [was, here, there] = [base.get(id), mine.get(id), theirs.get(id)];
    if (here === undefined) return isSame(there, was) ? [] : [there];
    if (there === undefined) return isSame(here, was) ? [] : [here];
    return isSame(here, was) ? [there] : [here];
  })
    .flat()
    .filter((attempt) => attempt !== undefined)
    .toSorted((a, b) => a.at - b.at);
}

/** At most as many as an answer may hold: the oldest go first, and never the pinned one. */
function keepNewest(attempts: readonly Attempt[], pinned: string | null): Attempt[] {
  const spare = attempts.filter(({ id }) => id !== pinned);
  const gone = new Set(spare.slice(0, Math.max(0, attempts.length - MAX_ATTEMPTS)).map(({ id }) => id));
  return attempts.filter(({ id }) => !gone.has(id));
}

function byId(attempts: readonly Attempt[]): ById {
  return new Map(attempts.map((attempt) => [attempt.id, attempt]));
}
