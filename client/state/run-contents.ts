import type { History, Verification } from "../../shared/api/runs.ts";
import type { AttemptRun } from "../../shared/assignment/answers.ts";
import { formatComplaint } from "../../shared/explain.ts";
import { decodeSafetensors } from "../../shared/model/safetensors.ts";
import type { Weights } from "../../shared/model/weights.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { ApiFailure } from "./api.ts";
import { api } from "./api-calls.ts";
import { store } from "./store.ts";

/** What a run was and gave, beside its spec and metrics. */
export type RunContents = { readonly history: History; readonly weights: Weights };

/** Where a run is on the server, and what the Worker found; null while it is not there. */
export type RunPlace = { readonly runLink: string | null; readonly verification: Verification | null };

/** As many as a homework's attempts that count have, and one attempt more to compare with. */
const MOST_KEPT = 60;

const contents = new Map<string, RunContents>();

/** Remembers what was just trained here, so that it need not be read back. */
export function rememberRunContents(id: string, trained: RunContents): void {
  contents.delete(id);
  contents.set(id, trained);
  const [oldest] = contents.keys();
  if (contents.size > MOST_KEPT && oldest !== undefined) contents.delete(oldest);
}

const reading = new Map<string, ReturnType<typeof read>>();

/**
 * A run of an attempt, whole: from this tab, else from this device, else from the class. A failure is a sentence that says
 * why it is nowhere; to train it again gives the same numbers. Never rejects.
 */
export function readRunContents(course: string, run: AttemptRun): ReturnType<typeof read> {
  const asked = reading.get(run.id) ?? read(course, run).finally(() => reading.delete(run.id));
  reading.set(run.id, asked);
  return asked;
}

async function read(course: string, run: AttemptRun): Promise<Result<RunContents & RunPlace, string>> {
  const here = contents.get(run.id) ?? (await readHere(run));
  if (here !== null) {
    rememberRunContents(run.id, here);
    return success({ ...here, ...(await readPlaceHere(run.id)) });
  }
  const there = await readThere(course, run);
  if (there.ok) rememberRunContents(run.id, there.value);
  return there;
}

const losses = new Map<string, readonly number[]>();

/** The train losses by epoch of those runs that this tab or device has, by run. Never rejects. */
export async function readLosses(ids: readonly string[]): Promise<ReadonlyMap<string, readonly number[]>> {
  await Promise.all(
    ids.map(async (id) => {
      const known = losses.get(id) ?? contents.get(id)?.history.trainLoss;
      const read = known ?? (await store.readContents(id).catch(() => null))?.history.trainLoss;
      if (read !== undefined) losses.set(id, read);
    }),
  );
  return new Map(ids.flatMap((id) => (losses.has(id) ? [[id, losses.get(id) ?? []]] : [])));
}

async function readHere(run: AttemptRun): Promise<RunContents | null> {
  const kept = await store.readContents(run.id).catch(() => null);
  if (kept === null) return null;
  const weights = decodeSafetensors(run.spec.model.layers, kept.weights);
  return weights.ok ? { history: kept.history, weights: weights.value } : null;
}

async function readPlaceHere(id: string): Promise<RunPlace> {
  const kept = await store.readRun(id).catch(() => null);
  if (kept?.state.status !== "sent") return { runLink: null, verification: null };
  const { runLink, verification } = kept.state;
  return { runLink, verification };
}

async function readThere(course: string, run: AttemptRun): Promise<Result<RunContents & RunPlace, string>> {
  const place = await api.run(course, run.id);
  if (!place.ok) return failure(sayMissing(place.error));
  const [view, bytes] = await Promise.all([
    api.runLink(place.value.runLink),
    api.runLinkWeights(place.value.runLink),
  ]);
  if (!view.ok) return failure(sayMissing(view.error));
  if (!bytes.ok) return failure(sayMissing(bytes.error));
  const weights = decodeSafetensors(run.spec.model.layers, bytes.value);
  if (!weights.ok) return failure(`The run’s weights cannot be read: ${formatComplaint(weights.error)}.`);
  const { runLink, verification } = place.value;
  return success({ history: view.value.history, weights: weights.value, runLink, verification });
}

function sayMissing(why: ApiFailure): string {
  switch (why.reason) {
    case "away":
      return "This run was trained on another device, and the server cannot be reached.";
    case "refused":
      return why.status === 404
        ? "This run is neither on this device nor with the class."
        : `The class does not give this run: ${why.message}`;
    case "notUnderstood":
      return why.message;
    default:
      return why satisfies never;
  }
}
