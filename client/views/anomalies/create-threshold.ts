import { type Accessor, createMemo, createSignal } from "solid-js";
import { countConfusion, thresholdAt } from "../../../shared/metrics/confusion.ts";
import type { TwoHeaps } from "../../../shared/metrics/separation.ts";
import type { Bench } from "./build-bench.ts";

/** Where the threshold stands until it is moved, as a share of false alarms. */
const FIRST_SHARE = 0.01;

const NO_SCORES: TwoHeaps = { normal: new Float64Array(0), anomaly: new Float64Array(0) };

export type BenchThreshold = ReturnType<typeof createThreshold>;

/**
 * The threshold on the run's scores, and the one on its rival's that raises no more false alarms. Once moved it stays for `of`: a digit
 * of a run.
 */
export function createThreshold(bench: Accessor<Bench | null>, of: Accessor<string>) {
  const [moved, setMoved] = createSignal<{ readonly of: string; readonly score: number } | null>(null);
  const scores = () => bench()?.run.heaps.scores ?? NO_SCORES;
  const rivalScores = () => bench()?.rival?.heaps.scores ?? NO_SCORES;
  const first = createMemo(() => thresholdAt(scores(), FIRST_SHARE));
  const score = () => {
    const now = moved();
    return now?.of === of() ? now.score : first();
  };
  const confusion = createMemo(() => countConfusion(scores(), score()));
  const rivalScore = createMemo(() => {
    const { accepted, falseAlarms } = confusion();
    return thresholdAt(rivalScores(), falseAlarms / Math.max(1, accepted + falseAlarms));
  });
  const rivalConfusion = createMemo(() => countConfusion(rivalScores(), rivalScore()));
  const move = (to: number) => setMoved({ of: of(), score: to });
  return { score, move, confusion, rivalScore, rivalConfusion };
}
