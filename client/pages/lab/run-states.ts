import type { RunState } from "../../outbox/run-state.ts";
import { nameState, type Said, sayState } from "../../outbox/words.ts";
import { ranAway } from "../../state/runaway.ts";
import type { Run } from "../../state/training-run.ts";

/** Where a run is, in two words for a table: `on this device`, `reproduced`. `state` is the outbox's, null before it has one. */
export function nameRunState(run: Run, state: RunState | null): string {
  const { outcome } = run;
  if (ranAway(run)) return "diverged";
  if (outcome.status === "failed") return outcome.reason === "diverged" ? "diverged" : "failed";
  return state === null ? "being saved" : nameState(state);
}

/** The same in a sentence. */
export function sayRunState(run: Run, state: RunState | null): Said {
  const { outcome, spec } = run;
  if (ranAway(run)) {
    return {
      tone: "failed",
      words: `Diverged: the loss ended far above where it began; try a smaller learning rate than ${spec.optimizer.learningRate}. Left out of the plots.`,
    };
  }
  if (outcome.status === "failed") return { tone: "failed", words: outcome.message };
  return state === null ? { tone: "muted", words: "Being saved on this device." } : sayState(state);
}

/** What is said of several runs, each sentence once with how many it is true of; failures first. */
export function gatherSentences(
  said: readonly Said[],
): readonly { readonly tone: Said["tone"]; readonly words: string; readonly runs: number }[] {
  const counts = new Map<string, { tone: Said["tone"]; words: string; runs: number }>();
  for (const { tone, words } of said) {
    const known = counts.get(words) ?? { tone, words, runs: 0 };
    counts.set(words, { ...known, runs: known.runs + 1 });
  }
  return [...counts.values()].toSorted((a, b) => Number(b.tone === "failed") - Number(a.tone === "failed"));
}
