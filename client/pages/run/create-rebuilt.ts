import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { RunView } from "../../../shared/api/runs.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { formatComplaint } from "../../../shared/explain.ts";
import { decodeSafetensors } from "../../../shared/model/safetensors.ts";
import { api } from "../../state/api-calls.ts";
import { loadDigits } from "../../state/digits.ts";
import { workInIdleTime } from "../../state/idle.ts";
import { rangeOf } from "../lab/strip-examples.ts";
import { type Reconstruction, reconstruct } from "./reconstruct.ts";

export type RebuiltState =
  | { readonly status: "loading" }
  | { readonly status: "working"; readonly done: number; readonly of: number }
  | {
      readonly status: "done";
      readonly examples: readonly Reconstruction[];
      readonly range: readonly [number, number];
    }
  | { readonly status: "failed"; readonly message: string };

/** Fetches a run's weights and runs them on its test images here, while the browser has time. */
export function createRebuilt(run: Accessor<RunView>, token: Accessor<string>) {
  const [state, setState] = createSignal<RebuiltState>({ status: "loading" });
  const [round, setRound] = createSignal(0);

  async function work(signal: AbortSignal): Promise<RebuiltState | null> {
    const { spec } = run();
    const [bytes, digits] = await Promise.all([api.runLinkWeights(token()), loadDigits()]);
    if (!bytes.ok) return { status: "failed", message: bytes.error.message };
    const weights = decodeSafetensors(spec.model.layers, bytes.value);
    if (!weights.ok) return { status: "failed", message: formatComplaint(weights.error) };
    const examples = await workInIdleTime(reconstruct({ spec, weights: weights.value, digits }), {
      signal,
      onStep: (step) => setState({ status: "working", ...step }),
    });
    if (examples === null) return null;
    return { status: "done", examples, range: rangeOf(scaleImages(digits, spec.dataset.scaling)) };
  }

  createEffect(
    on([token, round], () => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      setState({ status: "loading" });
      work(leaving.signal)
        .catch(
          (error: unknown): RebuiltState => ({
            status: "failed",
            message: error instanceof Error ? error.message : String(error),
          }),
        )
        .then((end) => {
          if (end !== null && !leaving.signal.aborted) setState(end);
        });
    }),
  );
  return { state, again: () => setRound((n) => n + 1) };
}
