import { createSignal, onCleanup } from "solid-js";
import type { Digits } from "../../shared/dataset/digits.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { makeTrainer } from "../engine/trainer.ts";
import { loadDigits } from "./digits.ts";

/** The model after some epochs, and its train loss then. */
export type Snapshot = { readonly weights: Weights; readonly trainLoss: number };

export type Living =
  | { readonly status: "loading" }
  | {
      readonly status: "alive";
      readonly digits: Digits;
      readonly snapshots: readonly Snapshot[];
      readonly tookMs: number | null;
    }
  | { readonly status: "failed"; readonly message: string };

/** Trains `spec` at once and keeps the model of every epoch: entry k is the model after k + 1 epochs. */
export function createLiving(spec: ExperimentSpec) {
  const [living, setLiving] = createSignal<Living>({ status: "loading" });
  let stopping = new AbortController();

  async function train(signal: AbortSignal): Promise<void> {
    const digits = await loadDigits();
    let weights: readonly Weights[] = [];
    let losses: readonly number[] = [];
    let frame = 0;
    const show = (tookMs: number | null) => {
      frame = 0;
      // The loss of the next epoch, before its update, is that of the model after this one.
      const snapshots = weights.flatMap((model, k) => {
        const trainLoss = losses[k + 1];
        return trainLoss === undefined ? [] : [{ weights: model, trainLoss }];
      });
      setLiving({ status: "alive", digits, snapshots, tookMs });
    };
    show(null);
    const trainer = makeTrainer();
    try {
      for await (const { event } of trainer.train({
        specs: [spec],
        preference: "auto",
        snapshots: true,
        signal,
        digits,
      })) {
        if (event.type === "epoch" && event.weights !== undefined) {
          weights = [...weights, event.weights];
          losses = [...losses, event.trainLoss];
          frame ||= requestAnimationFrame(() => show(null));
        } else if (event.type === "resumed") {
          const { length } = event.history.trainLoss;
          [weights, losses] = [weights.slice(0, length), losses.slice(0, length)];
        } else if (event.type === "finished") {
          losses = [...losses, event.metrics.trainMse];
          cancelAnimationFrame(frame);
          show(event.durationMs);
        } else if (event.type === "failed") {
          setLiving({ status: "failed", message: event.message });
        }
      }
    } finally {
      cancelAnimationFrame(frame);
      trainer.dispose();
    }
  }

  function start(): void {
    stopping.abort();
    stopping = new AbortController();
    const { signal } = stopping;
    train(signal).catch((error: unknown) => {
      if (!signal.aborted) {
        setLiving({ status: "failed", message: error instanceof Error ? error.message : String(error) });
      }
    });
  }

  start();
  onCleanup(() => stopping.abort());
  return { living, start };
}
