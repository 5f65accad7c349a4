import { LEDGER_FRESH_MILLISECONDS } from "../../shared/limits.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import type { Bindings } from "../environment.ts";
import { insertAudit } from "../store/audit-log.ts";
import {
  countErasures,
  erasedOf,
  forgetMember,
  hideMember,
  insertErasures,
  listErasures,
  listPresentStudents,
  putErasedOf,
} from "../store/erasures.ts";
import type { Member } from "../store/members.ts";

export type Stores = Pick<Bindings, "DB" | "BYTES">;

const PREFIX = "erasures/";

/** How the ledger names a member: ids are random, so nobody guesses one from its hash. */
export function hashMember(id: string): string {
  return sha256Hex(new TextEncoder().encode(`member:${id}`));
}

/** Writes a member into the ledger of KV, which no backup of D1 holds. */
export async function keepErasure(kv: KVNamespace, hash: string, now: string): Promise<void> {
  await kv.put(PREFIX + hash, now);
}

async function listKept(kv: KVNamespace): Promise<readonly string[]> {
  const names: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await kv.list({ prefix: PREFIX, ...(cursor === undefined ? {} : { cursor }) });
    names.push(...page.keys.map(({ name }) => name.slice(PREFIX.length)));
    if (page.list_complete) return names;
    cursor = page.cursor;
  }
}

/** What this isolate knows: how many the ledger of D1 held when it last agreed with KV's. A restored backup holds fewer. */
let known: { readonly at: number; readonly count: number } | null = null;

/** For tests, whose databases come and go within one isolate. */
export function forgetLedger(): void {
  known = null;
}

/**
 * Makes sure, before anything is read, that D1 is not a backup from before an erasure: asks it once a second how many it knows to be
 * erased, and KV when that is fewer than before, or this isolate is new.
 */
export async function watchLedger(stores: Stores, now: Date): Promise<void> {
  const at = now.getTime();
  if (known !== null && at - known.at < LEDGER_FRESH_MILLISECONDS && at >= known.at) return;
  const count = await countErasures(stores.DB);
  if (known === null || count < known.count) await applyLedger(stores, now.toISOString());
  else known = { at, count };
}

/** Brings the ledgers of D1 and KV together, and erases again whoever is in them and yet present. */
export async function applyLedger({ DB, BYTES }: Stores, now: string): Promise<void> {
  const [inD1, inKv] = await Promise.all([listErasures(DB), listKept(BYTES)]);
  const [d1, kv] = [new Set(inD1), new Set(inKv)];
  for (const hash of d1) if (!kv.has(hash)) await keepErasure(BYTES, hash, now);
  const all = new Set([...d1, ...kv]);
  if (all.size > 0) {
    const back = (await listPresentStudents(DB)).filter(({ id }) => all.has(hashMember(id)));
    await DB.batch([
      insertErasures(DB, [...all], now),
      ...back.flatMap((member) => eraseAgain(DB, member, now)),
    ]);
  }
  known = { at: Date.parse(now), count: all.size };
}

function eraseAgain(db: D1Database, member: Member, now: string): readonly D1PreparedStatement[] {
  return erase(db, { member, actor: erasedOf(member.course), how: "again", now });
}

/** The statements that erase a student: hidden, without a name and a way in, at once. */
export function erase(
  db: D1Database,
  {
    member,
    actor,
    how,
    now,
  }: { member: Member; actor: Member; how: "asked" | "byOwner" | "again"; now: string },
): readonly D1PreparedStatement[] {
  return [
    putErasedOf(db, member.course, now),
    hideMember(db, { member, now }),
    insertAudit(db, { actor, change: { kind: "studentErased", how }, now }),
    ...forgetMember(db, { member, hash: hashMember(member.id), now }),
  ];
}
