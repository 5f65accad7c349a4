import { History } from "../../shared/api/runs.ts";
import { readBytes } from "../store/bytes.ts";
import type { FlagRun } from "../store/flag-runs.ts";
import { isCandidate } from "./find-run-flags.ts";

/** Of the runs whose history decides whether anything is said of them, those that went on from a checkpoint, by id. */
export async function listResumed(kv: KVNamespace, runs: readonly FlagRun[]): Promise<ReadonlySet<string>> {
  const marked = await Promise.all(
    runs.filter(isCandidate).map(async (run) => ({ run, history: await readHistory(kv, run.historyHash) })),
  );
  return new Set(
    marked
      .filter(({ history }) => history === null || (history.resumed ?? []).length > 0)
      .map(({ run }) => run.id),
  );
}

/** A run's history; null while its bytes have not reached this place. */
export async function readHistory(kv: KVNamespace, hash: string): Promise<History | null> {
  const bytes = await readBytes(kv, hash);
  return bytes === null ? null : History.parse(JSON.parse(new TextDecoder().decode(bytes)));
}
