import { DELETED_BYTES_SECONDS, ERASED_BYTES_AT_ONCE } from "../../shared/limits.ts";
import { forgetDeleted, listDoomed, listNamed, markDeleted, spareBytes } from "../store/doomed-bytes.ts";
import { deleteMembers, deleteRuns, listRunsOf } from "../store/erased-rows.ts";
import { listErasedMembers } from "../store/erasures.ts";
import { deleteExpiredChallenges } from "../store/passkey-challenges.ts";
import { applyLedger, type Stores } from "./ledger.ts";

/**
 * One step of the daily job: erases again whoever a restored backup brought back, then deletes a bounded number of rows of erased
 * members and of the bytes that these named. Each part is one transaction that leaves what the next step begins with, so it may be
 * cut off anywhere and run as often as one likes. True when nothing is left to do.
 */
export async function runDailyStep(stores: Stores, now: Date): Promise<boolean> {
  await applyLedger(stores, now.toISOString());
  await deleteExpiredChallenges(stores.DB, now.toISOString());
  const rowsAreGone = await deleteRows(stores.DB);
  const bytesAreGone = await deleteBytes(stores, now);
  return rowsAreGone && bytesAreGone;
}

async function deleteRows(db: D1Database): Promise<boolean> {
  const members = await listErasedMembers(db);
  if (members.length === 0) return true;
  const runs = await listRunsOf(db, members);
  if (runs.length > 0) await db.batch([...deleteRuns(db, runs)]);
  await db.batch([...deleteMembers(db, members)]);
  return (await listErasedMembers(db)).length === 0;
}

async function deleteBytes({ DB, BYTES }: Stores, now: Date): Promise<boolean> {
  const doomed = await listDoomed(DB);
  const named = doomed.filter(({ isNamed }) => isNamed).map(({ hash }) => hash);
  const unnamed = doomed.filter(({ isNamed }) => !isNamed).map(({ hash }) => hash);
  for (let at = 0; at < unnamed.length; at += ERASED_BYTES_AT_ONCE)
    await deleteSome({ DB, BYTES }, unnamed.slice(at, at + ERASED_BYTES_AT_ONCE), now);
  const before = new Date(now.getTime() - DELETED_BYTES_SECONDS * 1_000).toISOString();
  await DB.batch([spareBytes(DB, named), forgetDeleted(DB, before)]);
  return (await listDoomed(DB)).length === 0;
}

/**
 * Whoever stores a row that names these bytes in this moment finds them doomed and writes them again. Where that came before the
 * deletion, the row is found after it, and the bytes are put back from memory.
 */
async function deleteSome({ DB, BYTES }: Stores, hashes: readonly string[], now: Date): Promise<void> {
  const kept = await Promise.all(hashes.map((hash) => BYTES.get(hash, { type: "arrayBuffer" })));
  await Promise.all(hashes.map((hash) => BYTES.delete(hash)));
  const named = await listNamed(DB, hashes);
  for (const [i, bytes] of kept.entries()) {
    const hash = hashes[i];
    if (hash !== undefined && bytes !== null && named.has(hash)) await BYTES.put(hash, bytes);
  }
  const gone = hashes.filter((hash) => !named.has(hash));
  await DB.batch([markDeleted(DB, gone, now.toISOString()), spareBytes(DB, [...named])]);
}
