import { createSignal } from "solid-js";
import type { RunState } from "../../outbox/run-state.ts";
import type { Outbox } from "../../state/outbox.ts";
import type { FinishedOne, Run } from "../../state/training-run.ts";

export type Keeping = ReturnType<typeof createKeeping>;

/** Hands finished runs to the outbox and knows where each is. */
export function createKeeping(outbox: Outbox) {
  const [ids, setIds] = createSignal<ReadonlyMap<string, string>>(new Map());

  async function keep(run: FinishedOne): Promise<void> {
    const { history, metrics, weights, durationMs } = run.outcome;
    const { engine, device } = run.choice;
    const id = await outbox.keep({ spec: run.spec, engine, device, history, metrics, weights, durationMs });
    setIds((known) => new Map(known).set(run.key, id));
  }
  /** Null until the run is written to this device. */
  const stateOf = (run: Run): RunState | null => {
    const id = ids().get(run.key);
    return id === undefined ? null : outbox.status(id)();
  };
  return { keep, stateOf };
}
