import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { canonicalJson } from "../../../shared/spec/identity.ts";
import { replay } from "../../engine/replay.ts";
import { makeTrainer } from "../../engine/trainer.ts";
import { loadDigits } from "../../state/digits.ts";
import type { ViewedRun } from "../viewed-run.ts";
import { measureSnapshots } from "./measure-snapshots.ts";
import type { Station } from "./run-by-epoch.ts";

/** Whether the test errors of several runs along their training are there. */
export type TestedState =
  | { readonly status: "offered"; readonly of: number }
  | { readonly status: "working"; readonly done: number; readonly of: number }
  | { readonly status: "ready" }
  | { readonly status: "failed"; readonly message: string };

/** What was found, for as long as the page is open: some 60 triples of numbers a run. */
const known = new Map<string, readonly Station[]>();

/** The test errors of runs along their training: `start` trains each again from its seed, one after the other, and measures it. */
export function createTested(runs: Accessor<readonly ViewedRun[]>) {
  const keys = createMemo(() => runs().map(keyOf).toSorted().join());
  const [version, setVersion] = createSignal(0);
  const [work, setWork] = createSignal<Exclude<TestedState, { status: "offered" | "ready" }> | null>(null);
  let stopping = new AbortController();
  const missing = createMemo(() => {
    version();
    return runs().filter((run) => !known.has(keyOf(run)));
  });
  const state = createMemo((): TestedState => {
    const now = work();
    if (now !== null) return now;
    if (missing().length === 0) return { status: "ready" };
    return { status: "offered", of: missing().length };
  });

  async function find(signal: AbortSignal): Promise<void> {
    const [asked, digits, trainer] = [missing(), await loadDigits(), makeTrainer()];
    try {
      for (const [done, run] of asked.entries()) {
        if (signal.aborted) return;
        setWork({ status: "working", done, of: asked.length });
        const { spec } = run;
        const replayed = await replay(trainer, { spec, digits, signal, onEpoch: () => {} });
        if (!replayed.ok) {
          if (replayed.error.reason === "failed") throw new Error(replayed.error.message);
          return;
        }
        for await (const found of measureSnapshots(spec, replayed.value)) {
          if (signal.aborted) return;
          if (found.length === replayed.value.length) known.set(keyOf(run), found);
        }
        setVersion((last) => last + 1);
      }
    } finally {
      trainer.dispose();
    }
  }
  function start(): void {
    stop();
    stopping = new AbortController();
    const { signal } = stopping;
    setWork({ status: "working", done: 0, of: missing().length });
    find(signal).then(
      () => !signal.aborted && setWork(null),
      (error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        if (!signal.aborted) setWork({ status: "failed", message });
      },
    );
  }
  function stop(): void {
    stopping.abort();
    setWork(null);
  }
  createEffect(on(keys, stop, { defer: true }));
  onCleanup(() => stopping.abort());

  return {
    state,
    start,
    stop,
    /** Of a run; null until they are found. */
    stationsOf(run: ViewedRun): readonly Station[] | null {
      version();
      return known.get(keyOf(run)) ?? null;
    },
  };
}

function keyOf({ spec }: ViewedRun): string {
  return canonicalJson(spec);
}
