import { type Accessor, createMemo, createRoot, createSignal } from "solid-js";
import type { Device, EngineName, History, Metrics } from "../../shared/api/runs.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { Weights } from "../../shared/model/weights.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { makeAnnouncements } from "../outbox/announcements.ts";
import { type Answer, firstState, sendLocal } from "../outbox/decide.ts";
import { isFiniteRun, type KeptRun } from "../outbox/kept-run.ts";
import { MAX_SENT_RUNS_KEPT } from "../outbox/limits.ts";
import { makeRunId } from "../outbox/run-id.ts";
import type { RunState } from "../outbox/run-state.ts";
import { makeUploader, type Upload } from "../outbox/uploader.ts";
import type { ApiFailure } from "./api.ts";
import { api } from "./api-calls.ts";
import { course } from "./course.ts";
import { store } from "./store.ts";

export type RunToKeep = {
  readonly spec: ExperimentSpec;
  readonly engine: EngineName;
  readonly device: Device;
  readonly history: History;
  readonly metrics: Metrics;
  readonly weights: Weights;
  readonly durationMs: number;
};

export type Outbox = {
  /** Writes a finished run to this device, then sends it to the joined course. Gives its id; never rejects. */
  readonly keep: (run: RunToKeep) => Promise<string>;
  /** Where a run is; null for an id that this device does not know. words.ts says it in a sentence. */
  readonly status: (id: string) => Accessor<RunState | null>;
  /** Every run on this device, newest first. */
  readonly runs: Accessor<readonly KeptRun[]>;
  /** False until the runs of earlier visits were read. */
  readonly ready: Accessor<boolean>;
  /** Sends the runs that are only on this device to the course in use. */
  readonly sendLocalRuns: () => Promise<void>;
  /** Tries what waits at once. */
  readonly sendNow: () => Promise<void>;
};

let outbox: Outbox | null = null;

/** The outbox of this tab: the first call opens it and sends what earlier visits left. */
export function createOutbox(): Outbox {
  outbox ??= createRoot(openOutbox);
  return outbox;
}

function openOutbox(): Outbox {
  const known = new Map<string, KeptRun | { readonly state: RunState }>();
  const [version, setVersion] = createSignal(0);
  const [ready, setReady] = createSignal(false);
  const changed = () => setVersion((n) => n + 1);

  const show = (runs: readonly KeptRun[]) => {
    for (const run of runs) known.set(run.id, run);
    changed();
  };
  const { announce } = makeAnnouncements("outbox", async (ids) => {
    const runs = await Promise.all(ids.map((id) => store.readRun(id)));
    show(runs.filter((run) => run !== null));
  });
  const tell = (runs: readonly KeptRun[]) => {
    show(runs);
    announce(runs.map(({ id }) => id));
  };
  const uploader = makeUploader({ store, upload, onMoved: tell });

  async function readEarlier(): Promise<void> {
    const runs = await store.listRuns();
    const sent = runs.filter(({ state }) => state.status === "sent").toSorted((a, b) => b.keptAt - a.keptAt);
    const old = new Set(sent.slice(MAX_SENT_RUNS_KEPT).map(({ id }) => id));
    await store.deleteRuns([...old]);
    show(runs.filter(({ id }) => !old.has(id)));
  }
  readEarlier().finally(() => {
    setReady(true);
    void uploader.wake();
  });
  addEventListener("online", () => uploader.wake("now"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void uploader.wake("now");
  });

  const runs = createMemo(() => {
    version();
    return [...known.values()].filter((run) => "id" in run).toSorted((a, b) => b.keptAt - a.keptAt);
  });

  return {
    runs,
    ready,
    async keep({ history, weights, ...rest }) {
      const id = makeRunId();
      const finite = isFiniteRun({ metrics: rest.metrics, history });
      const state = firstState({ finite, course: course()?.course ?? null });
      const run = { ...rest, id, keptAt: Date.now(), state };
      const bytes = new Uint8Array(encodeSafetensors(rest.spec.model.layers, weights));
      try {
        await store.insertRun(run, { id, history, weights: bytes });
        tell([run]);
        void uploader.wake();
      } catch (error) {
        known.set(id, { state: { status: "unkept", message: unkept(error) } });
        changed();
      }
      return id;
    },
    status: (id) => () => {
      version();
      return known.get(id)?.state ?? null;
    },
    async sendLocalRuns() {
      const joined = course();
      if (joined === null) return;
      const ids = runs().map(({ id }) => id);
      tell(await store.changeStates(ids, (state) => sendLocal(state, joined.course)));
      await uploader.wake();
    },
    sendNow: () => uploader.wake("now"),
  };
}

const upload: Upload = async ({ run, course, contents }) => {
  const { spec, engine, device, metrics, durationMs } = run;
  const whole = { spec, engine, device, metrics, durationMs, history: contents.history };
  const answer = await api.putRun({ course, id: run.id, run: whole, weights: contents.weights });
  return answer.ok ? { type: "stored", ...answer.value } : answerOf(answer.error);
};

function answerOf(failure: ApiFailure): Answer {
  switch (failure.reason) {
    case "away":
      return { type: "away" };
    case "notUnderstood":
      return { type: "notUnderstood" };
    case "refused":
      return { type: "refused", httpStatus: failure.status, message: failure.message };
    default:
      return failure satisfies never;
  }
}

function unkept(error: unknown): string {
  const full = error instanceof DOMException && error.name === "QuotaExceededError";
  return full
    ? "Not saved: this device has no room left for the lab. Its numbers are on this page until you close it."
    : "Not saved: this browser gives the lab no storage, as private windows may. Its numbers are on this page until you close it.";
}
