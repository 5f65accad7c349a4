import { batch, createSignal, onCleanup } from "solid-js";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { Preference } from "../engine/choose.ts";
import { type Begun, NOTHING_BEGUN } from "../engine/recovery.ts";
import { makeTrainer } from "../engine/trainer.ts";
import { loadDigits } from "./digits.ts";
import { makeForecast } from "./forecast.ts";
import { makeGate } from "./gate.ts";
import { makeLedger } from "./ledger.ts";
import type { Progress } from "./progress.ts";
import { ranAway } from "./runaway.ts";
import { makeStopwatch } from "./stopwatch.ts";
import {
  type FinishedOne,
  isFinished,
  type LiveCurve,
  type Run,
  type TrainingState,
} from "./training-run.ts";

export type Order = {
  /** Names the sweep that the runs belong to. */
  readonly experiment: string;
  readonly specs: readonly ExperimentSpec[];
  readonly preference: Preference;
  /** Where a sweep that was interrupted goes on. */
  readonly begun?: Begun;
  /** Is told what to write down; ended with the sweep, or left when the page is. */
  readonly progress?: Promise<Progress>;
};

/**
 * Training as signals. What the engine tells is gathered and shown once a frame, however fast it trains; runs that
 * finish are handed to `onFinished` at once.
 */
export function createTraining({ onFinished }: { onFinished: (run: FinishedOne) => void }) {
  const [state, setState] = createSignal<TrainingState>({ status: "idle" });
  const [runs, setRuns] = createSignal<readonly Run[]>([]);
  const [curves, setCurves] = createSignal<readonly LiveCurve[]>([]);
  const gate = makeGate();
  // Its workers stay warm from one sweep to the next.
  const trainer = makeTrainer();
  let stopping = new AbortController();
  let isLeft = false;

  async function start(order: Order): Promise<void> {
    stopping.abort();
    stopping = new AbortController();
    const { signal } = stopping;
    gate.open();
    setState({ status: "starting" });
    try {
      await train(order, signal);
    } catch (error) {
      if (signal.aborted) setState({ status: "stopped", runs: 0, asked: order.specs.length });
      else setState({ status: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }

  async function train(order: Order, signal: AbortSignal): Promise<void> {
    const { experiment, specs, preference, begun = NOTHING_BEGUN } = order;
    const [digits, progress] = await Promise.all([loadDigits(), order.progress]);
    const [ledger, forecast, stopwatch] = [makeLedger(experiment), makeForecast(specs), makeStopwatch()];
    const fresh: Run[] = [];
    /** Where those that are over stand in the sweep, whose longest runs may be trained first. */
    const places = new Map<Run, number>();
    const placeOf = (run: Run) => places.get(run) ?? -1;
    /** Those that train side by side, the one that began first at the front. */
    const going = new Set<number>();
    /** Of each run; all of one that is over. */
    const epochsDone = specs.map(({ epochs }, run) => (begun.over.has(run) ? epochs : 0));
    let [at, over, failed, ran, frame] = [0, begun.over.size, 0, 0, 0];
    let complaint = "";

    const show = () => {
      frame = 0;
      if (signal !== stopping.signal) return;
      const share = forecast.shareDone(epochsDone);
      const remainingMs = forecast.remainingMs(share, stopwatch.readMs());
      const epochs = specs[at]?.epochs ?? 0;
      batch(() => {
        if (fresh.length > 0)
          setRuns([...runs(), ...fresh.splice(0)].toSorted((a, b) => placeOf(a) - placeOf(b)));
        setCurves(ledger.curves());
        setState({
          status: gate.isOpen() ? "training" : "paused",
          progress: {
            run: Math.min(over + 1, specs.length),
            runs: specs.length,
            epoch: epochsDone[at] ?? 0,
            epochs,
            share,
            remainingMs,
            choice: ledger.choice(),
            resumption: ledger.resumption(),
          },
        });
      });
    };

    try {
      for await (const { run, event } of trainer.train({
        specs,
        preference,
        snapshots: false,
        signal,
        digits,
        begun,
      })) {
        const spec = specs[run];
        if (spec === undefined) continue;
        going.add(run);
        if (event.type === "checkpoint") progress?.keep(run, event.checkpoint);
        if (event.type === "epoch") epochsDone[run] = event.epoch + 1;
        const ended = ledger.take(spec, event);
        if (ended !== null) {
          going.delete(run);
          progress?.close(run);
          over++;
          epochsDone[run] = spec.epochs;
          places.set(ended, run);
          fresh.push(ended);
          if (isFinished(ended)) onFinished(ended);
          if (ranAway(ended)) ran++;
          if (ended.outcome.status === "failed") {
            failed++;
            complaint = ended.outcome.message;
          }
        }
        [at = run] = going;
        frame ||= requestAnimationFrame(show);
        if (gate.isOpen()) continue;
        stopwatch.stop();
        await gate.opened(signal);
        stopwatch.start();
      }
    } finally {
      cancelAnimationFrame(frame);
      show();
      if (isLeft) progress?.leave();
      else await progress?.end();
    }
    if (signal !== stopping.signal) return;
    if (signal.aborted) setState({ status: "stopped", runs: over, asked: specs.length });
    else if (over < specs.length || failed === over) setState({ status: "failed", message: complaint });
    else setState({ status: "finished", runs: over, failed: failed + ran, tookMs: stopwatch.readMs() });
  }

  onCleanup(() => {
    isLeft = true;
    stopping.abort();
    trainer.dispose();
  });
  return {
    state,
    runs,
    curves,
    start,
    stop: () => stopping.abort(),
    pause: () => gate.close(),
    resume: () => gate.open(),
    clear: () => setRuns([]),
  };
}
