import { type Accessor, createMemo, createSignal } from "solid-js";
import { countConfusion, thresholdAt } from "../../../shared/metrics/confusion.ts";
import type { Bench } from "./build-bench.ts";

/** Where the threshold stands until it is moved, as a share of false alarms. */
const FIRST_SHARE = 0.01;

/**
 * The threshold on the run's scores, and the one on its rival's that raises no more false alarms. A bench of another digit or other
 * models begins with its own.
 */
export function createThreshold(bench: Accessor<Bench>) {
  const [moved, setMoved] = createSignal<{ readonly on: Bench; readonly score: number } | null>(null);
  const first = createMemo(() => thresholdAt(bench().run.heaps.scores, FIRST_SHARE));
  const score = () => {
    const now = moved();
    return now?.on === bench() ? now.score : first();
  };
  const confusion = createMemo(() => countConfusion(bench().run.heaps.scores, score()));
  const rivalScore = createMemo(() => {
    const { rival } = bench();
    const { accepted, falseAlarms } = confusion();
    return rival && thresholdAt(rival.heaps.scores, falseAlarms / (accepted + falseAlarms));
  });
  const rivalConfusion = createMemo(() => {
    const [{ rival }, at] = [bench(), rivalScore()];
    return rival === null || at === null ? null : countConfusion(rival.heaps.scores, at);
  });
  const move = (to: number) => setMoved({ on: bench(), score: to });
  return { score, move, confusion, rivalScore, rivalConfusion };
}
