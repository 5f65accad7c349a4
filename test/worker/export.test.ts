import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import {
  ExportPage,
  type ExportRow,
  type ExportScope,
  type ExportTableName,
  tablesOf,
} from "../../shared/api/export.ts";
import { MemberList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { EXPORT_SOURCES, NOT_EXPORTED } from "../../worker/store/export-tables.ts";
import { listTables } from "./backup.ts";
import { type Class, COURSE, handIn, makeClass, save, sendRun, textOf } from "./homework.ts";
import { type Browser, refusal } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

const run = trainRun(problem1(5, { epochs: 2 }));
let school: Class;

beforeEach(async () => {
  school = await makeClass();
});

const pathOf = { mine: paths.mine, course: paths.courseExport } as const;

async function readPage(browser: Browser, scope: ExportScope, table: string, after: string | null) {
  const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
  return ExportPage.parse(await (await browser.send(pathOf[scope](COURSE, table) + query)).json());
}

/** Every row of a table, page by page, and how many pages there were. */
async function readTable(browser: Browser, scope: ExportScope, table: ExportTableName) {
  const rows: ExportRow[] = [];
  let pages = 0;
  for (let after: string | null = null; ; ) {
    const page: ExportPage = await readPage(browser, scope, table, after);
    rows.push(...page.rows);
    pages++;
    if (page.next === null) return { rows, pages };
    after = page.next;
  }
}

async function readFile(browser: Browser, scope: ExportScope): Promise<Record<string, ExportRow[]>> {
  const file: Record<string, ExportRow[]> = {};
  for (const { name } of tablesOf(scope)) file[name] = (await readTable(browser, scope, name)).rows;
  return file;
}

describe("A student's own file", () => {
  test("holds all of the student's and nothing of anyone else", async () => {
    const { student, other, instructor } = school;
    for (const browser of [student, other]) {
      await sendRun(browser, { id: crypto.randomUUID(), run });
      await save(browser, "1f-text", textOf(`It falls, says ${browser === student ? "one" : "another"}.`));
      await handIn(browser);
    }
    const { pseudonym } = student.membership.member;
    const list = await (await instructor.send(paths.members(COURSE))).json();
    const id = MemberList.parse(list).members.find((one) => one.pseudonym === pseudonym)?.id ?? "";
    await instructor.post(paths.memberRecoveryCode(COURSE, id), {});

    const file = await readFile(student, "mine");
    expect(Object.keys(file)).toEqual(tablesOf("mine").map(({ name }) => name));
    expect(file.members).toMatchObject([{ pseudonym, role: "student" }]);
    expect(file.sessions).toMatchObject([{ browser: expect.any(String), openedAt: expect.any(String) }]);
    expect(file.answers).toMatchObject([{ cell: "1f-text", answer: textOf("It falls, says one.") }]);
    expect(file.runs).toMatchObject([
      {
        spec: run.upload.spec,
        history: run.upload.history,
        claimed: run.upload.metrics,
        verification: "reproduced",
      },
    ]);
    expect(file.submissions).toMatchObject([{ number: 1, content: { answers: [{ cell: "1f-text" }] } }]);
    expect(file.audit).toMatchObject([
      { actor: "instructor", change: { kind: "recoveryCodeRenewed", who: pseudonym } },
    ]);
    const text = JSON.stringify(file);
    expect(text).not.toContain(other.membership.member.pseudonym);
    expect(text).not.toContain("says another");
  });

  test("holds nothing that would let someone in", async () => {
    const { student } = school;
    const text = JSON.stringify(await readFile(student, "mine"));
    const { results } = await env.DB.prepare(
      "SELECT token_hash AS secret FROM sessions UNION SELECT code_hash FROM recovery_codes",
    ).all();
    const secrets = results.map((row) => z.object({ secret: z.string() }).parse(row).secret);
    expect(secrets.length).toBeGreaterThan(2);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});

describe("A course's file", () => {
  test("holds everyone's, page by page, each row once", async () => {
    const { student, other, instructor } = school;
    for (const browser of [student, other])
      for (let i = 0; i < 2; i++) await handIn(browser, { id: crypto.randomUUID() });
    const { rows, pages } = await readTable(instructor, "course", "submissions");
    expect(pages).toBe(2);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(4);
    const file = await readFile(instructor, "course");
    expect(file.course).toMatchObject([{ course: COURSE }]);
    expect(file.problems).toMatchObject([
      { problem: "problem-1", sweep: { widths: expect.any(Array) } },
      {},
      {},
    ]);
    expect(file.members).toHaveLength(3);
    expect(file).not.toHaveProperty("sessions");
  });

  test("goes on where an answer of two columns ended", async () => {
    const { student, other, instructor } = school;
    const { rowsAPage } = EXPORT_SOURCES.answers;
    const { results } = await env.DB.prepare(
      "SELECT id FROM members WHERE role = 'student' ORDER BY id",
    ).all();
    for (const row of results)
      await env.DB.prepare(
        `INSERT INTO answers (course, member, cell, revision, json, saved_at)
         WITH RECURSIVE n(value) AS (SELECT 10 UNION ALL SELECT value + 1 FROM n WHERE value < ?3)
         SELECT ?1, ?2, 'cell-' || value, 1, '{"kind":"text","markdown":""}', '2026-01-01' FROM n`,
      )
        .bind(COURSE, z.object({ id: z.string() }).parse(row).id, 9 + rowsAPage - 5)
        .run();
    const { rows, pages } = await readTable(instructor, "course", "answers");
    expect(pages).toBe(2);
    const seen = rows.map(({ pseudonym, cell }) => `${pseudonym} ${cell}`);
    expect(new Set(seen).size).toBe(2 * (rowsAPage - 5));
    expect(seen).toHaveLength(2 * (rowsAPage - 5));
    expect(new Set(rows.map(({ pseudonym }) => pseudonym))).toEqual(
      new Set([student, other].map(({ membership }) => membership.member.pseudonym)),
    );
  });

  test("leaves out who was erased", async () => {
    const { student, instructor } = school;
    const { pseudonym } = student.membership.member;
    await save(student, "1f-text", textOf("It falls."));
    await handIn(student);
    expect(JSON.stringify(await readFile(instructor, "course"))).toContain(pseudonym);
    await student.post(paths.erasure(COURSE), { pseudonym });
    const file = await readFile(instructor, "course");
    expect(JSON.stringify(file)).not.toContain(pseudonym);
    expect(file.submissions).toEqual([]);
    expect(file.audit).toMatchObject([{ change: { kind: "studentErased", how: "asked" } }]);
  });
});

test("a table that is not there and a cursor that is none are refused", async () => {
  const { student, instructor } = school;
  for (const path of [
    paths.mine(COURSE, "nothing"),
    paths.mine(COURSE, "homework"),
    paths.courseExport(COURSE, "sessions"),
  ])
    expect((await instructor.send(path)).status).toBe(404);
  for (const after of ["1", "[]", '["a","b"]', "{", '[{"a":1}]']) {
    const path = `${paths.mine(COURSE, "runs")}?after=${encodeURIComponent(after)}`;
    expect(await refusal(await student.send(path))).toMatchObject({ status: 400, field: "after" });
  }
});

test("every table of the schema is in a file or on the list of those that are in none", async () => {
  const exported = Object.values(EXPORT_SOURCES).flatMap(({ holds }) => holds);
  expect([...new Set([...exported, ...Object.keys(NOT_EXPORTED)])].sort()).toEqual(await listTables());
});
