import * as z from "zod/mini";
import { MAX_ERASED_MEMBERS_A_STEP } from "../../shared/limits.ts";
import { rulesOf } from "./erasure-rules.ts";
import type { Member } from "./members.ts";

/** What the log calls those who were erased: longer than a name can be, so that no member has it. */
export const ERASED = "someone whom the course has erased since";

/** Who stands in an erased member's place where a row must say who did something: one a course, never present. */
export function erasedOf(course: string): Member {
  return { id: `erased:${course}`, course, role: "student", pseudonym: ERASED };
}

/** The statement that makes sure of the course's `erasedOf`. */
export function putErasedOf(db: D1Database, course: string, now: string): D1PreparedStatement {
  const { id, role, pseudonym } = erasedOf(course);
  return db
    .prepare(
      `INSERT INTO members (id, course, role, pseudonym, created_at, erased_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO NOTHING`,
    )
    .bind(id, course, role, pseudonym, now, now);
}

/** The statement that takes a student's name away and hides the row; it changes nothing where the student is erased already. */
export function hideMember(
  db: D1Database,
  { member, now }: { member: Pick<Member, "id" | "course">; now: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE members SET erased_at = ?3, name = '', pseudonym = 'erased ' || lower(hex(randomblob(16)))
       WHERE id = ?1 AND course = ?2 AND role = 'student' AND erased_at IS NULL`,
    )
    .bind(member.id, member.course, now);
}

/** The statements that write a hidden member into the ledger, end every way in, take the row off the roster, and rewrite the log. */
export function forgetMember(
  db: D1Database,
  { member, hash, now }: { member: Member; hash: string; now: string },
): readonly D1PreparedStatement[] {
  const isHidden = "EXISTS (SELECT 1 FROM members WHERE id = ?1 AND erased_at IS NOT NULL)";
  const [named, erased] = [JSON.stringify(member.pseudonym), JSON.stringify(ERASED)];
  return [
    db
      .prepare(
        `INSERT INTO erasures (member_hash, erased_at) SELECT ?2, ?3 WHERE ${isHidden} ON CONFLICT (member_hash) DO NOTHING`,
      )
      .bind(member.id, hash, now),
    ...rulesOf("atOnce").map(({ table, column }) =>
      db.prepare(`DELETE FROM ${table} WHERE ${column} = ?1 AND ${isHidden}`).bind(member.id),
    ),
    ...rulesOf("anonymize").map(({ table, column }) =>
      db
        .prepare(`UPDATE ${table} SET ${column} = ?2 WHERE ${column} = ?1 AND ${isHidden}`)
        .bind(member.id, erasedOf(member.course).id),
    ),
    db
      .prepare(
        `UPDATE audit_log SET detail = replace(detail, ?2, ?3) WHERE course = ?4 AND instr(detail, ?2) > 0 AND ${isHidden}`,
      )
      .bind(member.id, named, erased, member.course),
    db
      .prepare(`UPDATE courses SET board_version = board_version + 1 WHERE course = ?2 AND ${isHidden}`)
      .bind(member.id, member.course),
  ];
}

/** The statement that writes members who are in KV's ledger into that of D1. */
export function insertErasures(db: D1Database, hashes: readonly string[], now: string): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO erasures (member_hash, erased_at) SELECT value, ?2 FROM json_each(?1) WHERE true
       ON CONFLICT (member_hash) DO NOTHING`,
    )
    .bind(JSON.stringify(hashes), now);
}

const Hash = z.object({ member_hash: z.string() });

export async function listErasures(db: D1Database): Promise<readonly string[]> {
  const { results } = await db.prepare("SELECT member_hash FROM erasures").all();
  return results.map((row) => Hash.parse(row).member_hash);
}

export async function countErasures(db: D1Database): Promise<number> {
  return (await db.prepare("SELECT COUNT(*) AS count FROM erasures").first<number>("count")) ?? 0;
}

const Id = z.object({ id: z.string() });

/** Erased members of whom rows are left. */
export async function listErasedMembers(db: D1Database): Promise<readonly string[]> {
  const { results } = await db
    .prepare(
      "SELECT id FROM members WHERE erased_at IS NOT NULL AND id <> 'erased:' || course ORDER BY erased_at, id LIMIT ?",
    )
    .bind(MAX_ERASED_MEMBERS_A_STEP)
    .all();
  return results.map((row) => Id.parse(row).id);
}

const Row = z.object({ id: z.string(), course: z.string(), pseudonym: z.string() });

/** Every student who is present, of every course. */
export async function listPresentStudents(db: D1Database): Promise<readonly Member[]> {
  const { results } = await db
    .prepare("SELECT id, course, pseudonym FROM present_members WHERE role = 'student'")
    .all();
  return results.map((row) => ({ ...Row.parse(row), role: "student" as const }));
}
