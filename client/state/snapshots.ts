import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { specId } from "../../shared/spec/identity.ts";
import { compareWeights, type Ending } from "../engine/compare-weights.ts";
import { replay, replayMs, type Snapshot } from "../engine/replay.ts";
import { makeTrainer } from "../engine/trainer.ts";
import { loadDigits } from "./digits.ts";
import { makeForecast } from "./forecast.ts";
import { makeStopwatch } from "./stopwatch.ts";
import { snapshotStore } from "./store.ts";

/** Whose snapshots are asked for: what was trained, and what came of it. */
export type Replayed = { readonly spec: ExperimentSpec; readonly weights: Weights };

/**
 * A run's model at epochs spread over its training. Where they are not kept on this device they are `offered`, with about how
 * long it takes to find them, or found at once where that is short.
 */
export type Snapshots =
  | { readonly status: "looking" }
  | { readonly status: "offered"; readonly ms: number }
  | { readonly status: "training"; readonly epoch: number; readonly remainingMs: number | null }
  | {
      readonly status: "ready";
      /** From the model before training to that of the last epoch. */
      readonly snapshots: readonly Snapshot[];
      /** How the last of them and the run's own weights differ. */
      readonly ending: Ending;
      /** Whether the next visit has them at once. */
      readonly isKept: boolean;
    }
  | { readonly status: "failed"; readonly message: string };

type Found = { readonly snapshots: readonly Snapshot[]; readonly isKept: boolean };
type Search = Exclude<Snapshots, { status: "ready" }> | ({ readonly status: "ready" } & Found);

/** A replay that takes longer than this waits to be asked for. */
const UNASKED_MS = 2_000;
/** Runs whose snapshots the page holds, so that from view to view nothing is read again. */
const MOST_HELD = 3;
const held = new Map<string, Found>();

/** The snapshots of the run that `run` gives, anew for each spec. `start` trains them, also where others were kept. */
export function createSnapshots(run: Accessor<Replayed>) {
  const [search, setSearch] = createSignal<Search>({ status: "looking" });
  const id = createMemo(() => specId(run().spec));
  let stopping = new AbortController();

  /** Ends what went on before, and shows what `work` tells and finds until it is ended, too. */
  function begin(work: Work): void {
    stopping.abort();
    stopping = new AbortController();
    const { signal } = stopping;
    const tell = (next: Search) => {
      if (!signal.aborted) setSearch(next);
    };
    work(run().spec, { signal, tell }).then(tell, (error: unknown) => {
      tell({ status: "failed", message: error instanceof Error ? error.message : String(error) });
    });
  }
  const start = () => begin(train);
  const stop = () => {
    stopping.abort();
    setSearch({ status: "offered", ms: replayMs(run().spec) });
  };
  createEffect(
    on(id, () => {
      setSearch({ status: "looking" });
      begin(look);
    }),
  );
  onCleanup(() => stopping.abort());

  const snapshots = createMemo((): Snapshots => {
    const now = search();
    if (now.status !== "ready") return now;
    const last = now.snapshots.at(-1);
    return { ...now, ending: compareWeights(last?.weights ?? new Map(), run().weights) };
  });
  return { snapshots, start, stop };
}

type Work = (
  spec: ExperimentSpec,
  shown: { readonly signal: AbortSignal; readonly tell: (next: Search) => void },
) => Promise<Search>;

const look: Work = async (spec, shown) => {
  const id = specId(spec);
  const kept = held.get(id) ?? (await readKept(spec, id));
  if (kept !== null) return { status: "ready", ...hold(id, kept) };
  const ms = replayMs(spec);
  return ms > UNASKED_MS || shown.signal.aborted ? { status: "offered", ms } : await train(spec, shown);
};

const train: Work = async (spec, { signal, tell }) => {
  tell({ status: "training", epoch: 0, remainingMs: null });
  const digits = await loadDigits();
  const [forecast, stopwatch, trainer] = [makeForecast([spec]), makeStopwatch(), makeTrainer()];
  let [epoch, frame] = [0, 0];
  const show = () => {
    frame = 0;
    const remainingMs = forecast.remainingMs(forecast.shareDone([epoch]), stopwatch.readMs());
    tell({ status: "training", epoch, remainingMs });
  };
  const onEpoch = (done: number) => {
    epoch = done;
    frame ||= requestAnimationFrame(show);
  };
  try {
    const found = await replay(trainer, { spec, digits, signal, onEpoch });
    if (found.ok) {
      const id = specId(spec);
      const isKept = await keep(spec, id, found.value);
      return { status: "ready", ...hold(id, { snapshots: found.value, isKept }) };
    }
    const { error } = found;
    return error.reason === "stopped"
      ? { status: "offered", ms: replayMs(spec) }
      : { status: "failed", message: error.message };
  } finally {
    cancelAnimationFrame(frame);
    trainer.dispose();
  }
};

function hold(id: string, found: Found): Found {
  held.delete(id);
  held.set(id, found);
  const [oldest] = held.keys();
  if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest);
  return found;
}

/** Null where none were kept, or the browser gives the lab no storage. */
async function readKept(spec: ExperimentSpec, id: string): Promise<Found | null> {
  const snapshots = await snapshotStore.read(id, spec).catch(() => null);
  return snapshots === null ? null : { snapshots, isKept: true };
}

/** Whether there was room. */
async function keep(spec: ExperimentSpec, id: string, snapshots: readonly Snapshot[]): Promise<boolean> {
  return await snapshotStore.keep(id, spec, snapshots, Date.now()).then(
    () => true,
    () => false,
  );
}
