import { createSignal, onCleanup } from "solid-js";
import type { ApiFailure } from "../api.ts";
import { makeCollector, type Standing } from "./collect.ts";

/** A file on its way from the server to the reader's disk. */
export type Saving =
  | { readonly status: "idle" }
  | { readonly status: "reading"; readonly standing: Standing }
  | { readonly status: "stopped"; readonly standing: Standing }
  | { readonly status: "failed"; readonly standing: Standing; readonly message: string }
  | { readonly status: "saved"; readonly rows: number };

const NOWHERE: Standing = { at: 0, of: 1, holds: "", rows: 0 };

export type FilePlan = Omit<Parameters<typeof makeCollector<ApiFailure>>[0], "onStanding">;

/** Collects a file and hands it to `save`. It can be stopped, and goes on where it was stopped or failed. `plan` is asked for each new file. */
export function createSaving(plan: () => FilePlan, save: (file: Blob) => void) {
  const [state, setState] = createSignal<Saving>({ status: "idle" });
  let collector: ReturnType<typeof makeCollector<ApiFailure>> | null = null;
  let standing = NOWHERE;
  let stopping = new AbortController();
  onCleanup(() => stopping.abort());

  async function run(): Promise<void> {
    if (state().status === "reading") return;
    stopping = new AbortController();
    const { signal } = stopping;
    collector ??= makeCollector({
      ...plan(),
      onStanding(now) {
        standing = now;
        setState({ status: "reading", standing });
      },
    });
    try {
      const file = await collector.run(signal);
      if (!file.ok) {
        setState({ status: "failed", standing, message: file.error.message });
        return;
      }
      save(file.value);
      collector = null;
      setState({ status: "saved", rows: standing.rows });
    } catch (error) {
      if (!signal.aborted) throw error;
      setState({ status: "stopped", standing });
    }
  }
  return { state, run, stop: () => stopping.abort() };
}
