import { createScheduledController } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { Board } from "../../shared/api/boards.ts";
import { HereList } from "../../shared/api/live.ts";
import { MemberList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { Roster } from "../../shared/api/roster.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { AuditLog } from "../../shared/api/staff.ts";
import { forgetEverything } from "../../worker/boards/read-board.ts";
import lab from "../../worker/index.ts";
import { runDailyStep } from "../../worker/privacy/daily-job.ts";
import { forgetLedger } from "../../worker/privacy/ledger.ts";
import { ERASURE_RULES } from "../../worker/store/erasure-rules.ts";
import { listTables, restoreBackup, takeBackup } from "./backup.ts";
import { type Class, COURSE, handIn, makeClass, receiptOf, save, sendRun, textOf } from "./homework.ts";
import { type Browser, join, makeBrowser, refusal } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

const shared = trainRun(problem1(5, { epochs: 2 }));
const own = trainRun(problem1(5, { epochs: 2, seed: 7 }));
const NOW = new Date("2026-12-01T03:00:00.000Z");
const LATER = new Date("2026-12-02T03:00:00.000Z");

let school: Class;
let pseudonym: string;
let runLink: string;
let submission: string;

/** A student with work of every kind, and another who trained one of the same runs. */
beforeEach(async () => {
  school = await makeClass();
  const { student, other } = school;
  pseudonym = student.membership.member.pseudonym;
  const sent = await sendRun(student, { id: crypto.randomUUID(), run: own });
  runLink = StoredRun.parse(await sent.json()).runLink;
  await sendRun(student, { id: crypto.randomUUID(), run: shared });
  await sendRun(other, { id: crypto.randomUUID(), run: shared });
  await save(student, "1f-text", textOf("It falls."));
  submission = (await receiptOf(handIn(student))).id;
});

const eraseSelf = (browser: Browser, typed = pseudonym) =>
  browser.post(paths.erasure(COURSE), { pseudonym: typed });

async function idOf(named: string): Promise<string> {
  const { members } = MemberList.parse(await (await school.instructor.send(paths.members(COURSE))).json());
  return members.find((one) => one.pseudonym === named)?.id ?? "";
}

async function runJobToItsEnd(now: Date): Promise<number> {
  for (let steps = 1; steps < 20; steps++) if (await runDailyStep(env, now)) return steps;
  throw new Error("the job came to no end");
}

/** Every cell of every table as one text, and the keys of KV. */
async function readAll(): Promise<{ rows: string; keys: readonly string[] }> {
  const { keys } = await env.BYTES.list();
  return { rows: JSON.stringify([...(await takeBackup())]), keys: keys.map(({ name }) => name) };
}

/** Where the erased student may still be seen. */
async function seenAt(): Promise<readonly string[]> {
  const { instructor } = school;
  const pages = [
    paths.members(COURSE),
    paths.runs(COURSE),
    paths.submissions(COURSE),
    paths.audit(COURSE),
    `${paths.board(COURSE, "problem-1")}?width=5`,
  ];
  const bodies = await Promise.all(pages.map(async (page) => (await instructor.send(page)).text()));
  const named = pages.filter((_, i) => bodies[i]?.includes(pseudonym) || bodies[i]?.includes(runLink));
  const found = [];
  for (const path of [
    paths.submission(COURSE, submission),
    paths.runLink(runLink),
    paths.runLinkWeights(runLink),
  ])
    if ((await instructor.send(path)).status !== 404) found.push(path);
  return [...named, ...found];
}

describe("A student who is erased", () => {
  test("is gone at once from every list, board, submission and run link, and has no way in", async () => {
    const { student, other } = school;
    expect((await seenAt()).length).toBeGreaterThan(5);
    expect((await eraseSelf(student)).status).toBe(204);
    expect(await seenAt()).toEqual([]);
    expect(student.cookies.size).toBe(0);
    const back = await makeBrowser().post(paths.recover, { code: student.recoveryCode });
    expect(back.status).toBe(404);
    const board = await other.send(`${paths.board(COURSE, "problem-1")}?width=5`);
    const { rows, widths } = Board.parse(await board.json());
    expect(rows.map(({ mine }) => mine)).toEqual([true]);
    expect(widths.map(({ seats }) => seats)).toEqual([1, 0, 0, 0, 0, 0]);
  });

  test("is told so when the browser sends a run that waited there", async () => {
    const cookies = new Map(school.student.cookies);
    await eraseSelf(school.student);
    for (const [name, value] of cookies) school.student.cookies.set(name, value);
    const refused = await refusal(await sendRun(school.student, { id: crypto.randomUUID(), run: own }));
    expect(refused).toMatchObject({ status: 401, message: expect.stringMatching(/no member of the course/) });
  });

  test("typed the pseudonym: anything else erases nobody", async () => {
    const refused = await refusal(await eraseSelf(school.student, "quiet-otter-00"));
    expect(refused).toMatchObject({ status: 400, field: "pseudonym" });
    expect((await seenAt()).length).toBeGreaterThan(5);
  });

  test("may be erased by an owner, and the log says that, and no longer who", async () => {
    const { instructor } = school;
    const id = await idOf(pseudonym);
    await instructor.remove(paths.memberSessions(COURSE, id));
    const erased = await instructor.post(paths.memberErasure(COURSE, id), { pseudonym });
    expect(erased.status).toBe(204);
    const { entries } = AuditLog.parse(await (await instructor.send(paths.audit(COURSE))).json());
    expect(entries.map(({ actor, change }) => ({ actor, change }))).toEqual([
      { actor: "instructor", change: { kind: "studentErased", how: "byOwner" } },
      {
        actor: "instructor",
        change: { kind: "signedOut", who: "someone whom the course has erased since" },
      },
    ]);
    const again = await instructor.post(paths.memberErasure(COURSE, id), { pseudonym });
    expect(again.status).toBe(404);
  });

  test("is on no roster any more, and nobody hears where the student was", async () => {
    const { instructor, student, course } = school;
    const csv = "name,student id\nAda Lovelace,1\nBob Bauer,2\n";
    await instructor.put(paths.roster(COURSE), { csv });
    const ada = await join(course, { name: "Ada Lovelace", studentId: "1" });
    await ada.post(paths.presence(COURSE), { part: "1f" });
    await student.post(paths.presence(COURSE), { part: "2a" });
    const here = async () =>
      HereList.parse(await (await instructor.send(paths.presence(COURSE))).json()).here;
    await expect.poll(here).toHaveLength(2);
    await eraseSelf(ada, ada.membership.member.pseudonym);
    expect((await here()).map(({ part }) => part)).toEqual(["2a"]);
    const { rows } = Roster.parse(await (await instructor.send(paths.roster(COURSE))).json());
    expect(rows.map(({ name }) => name)).toEqual(["Bob Bauer"]);
    expect((await readAll()).rows).not.toContain("Lovelace");
  });

  test("leaves run ids that no one else can use before the job has run, and may then", async () => {
    const { student, other } = school;
    const id = crypto.randomUUID();
    await sendRun(student, { id, run: own });
    await eraseSelf(student);
    expect((await sendRun(other, { id, run: own })).status).toBe(409);
    await runJobToItsEnd(NOW);
    expect((await sendRun(other, { id, run: own })).status).toBe(201);
  });
});

describe("The daily job", () => {
  test("deletes every row and every byte of the student, but none that others share", async () => {
    const id = await idOf(pseudonym);
    const before = await readAll();
    await eraseSelf(school.student);
    expect((await readAll()).rows).toContain(id);
    await runJobToItsEnd(NOW);
    const after = await readAll();
    expect(after.rows).not.toContain(id);
    expect(after.rows).not.toContain(pseudonym);
    expect(after.rows).not.toContain(runLink);
    // The weights and history of the student's own run, and what was handed in; the ledger is new.
    const gone = before.keys.filter((key) => !after.keys.includes(key));
    expect(gone).toHaveLength(3);
    expect(after.keys.filter((key) => !before.keys.includes(key))).toEqual([
      expect.stringMatching(/^erasures\/[0-9a-f]{64}$/),
    ]);
    expect(after.rows).toMatch(/erased:ece-4803/);
  });

  test("comes to the same end when it is cut off at any call to KV", async () => {
    await eraseSelf(school.student);
    for (let calls = 0; ; calls++) {
      let left = calls;
      const frail = new Proxy(env.BYTES, {
        get(kv, name: keyof KVNamespace) {
          if (left-- <= 0) throw new Error("cut off");
          const value = kv[name];
          return typeof value === "function" ? value.bind(kv) : value;
        },
      });
      const done = await runDailyStep({ DB: env.DB, BYTES: frail }, NOW).catch(() => false);
      if (done) break;
    }
    const after = await readAll();
    expect(after.rows).not.toContain(pseudonym);
    // The weights and the history that the other student has too, and the ledger.
    expect(after.keys).toHaveLength(3);
  });

  test("goes on in the next step where there is more than one step deletes", async () => {
    const id = await idOf(pseudonym);
    await env.DB.prepare(
      `INSERT INTO runs SELECT r.id || '-' || n.value, course, member, spec_id, problem, width, parameters, engine, device, train_mse,
         test_mse, random_mse, auroc, claimed, verification, rejection, weights_hash, history_hash, content_hash, duration_ms,
         run_link || '-' || n.value, received_at, loss_course, tpr_at_1_fpr, d_prime
       FROM runs r, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 300) SELECT value FROM n) n
       WHERE member = ?`,
    )
      .bind(id)
      .run();
    await eraseSelf(school.student);
    expect(await runDailyStep(env, NOW)).toBe(false);
    expect(await runJobToItsEnd(NOW)).toBeGreaterThan(0);
    expect((await readAll()).rows).not.toContain(id);
  });

  test("runs as the platform starts it", async () => {
    await eraseSelf(school.student);
    const controller = createScheduledController({ cron: "*/10 3 * * *", scheduledTime: NOW });
    await lab.scheduled(controller, env);
    expect((await readAll()).keys).toHaveLength(3);
  });

  test("lets nobody lose bytes that are stored again while it deletes them", async () => {
    const { student, other } = school;
    await eraseSelf(student);
    let sent: Response | undefined;
    // Between the deletion of the bytes and the look at who names them, the other student sends the same run.
    const slow = new Proxy(env.BYTES, {
      get(kv, name: keyof KVNamespace) {
        const value = kv[name];
        if (name === "delete")
          return async (key: string) => {
            sent ??= await sendRun(other, { id: crypto.randomUUID(), run: own });
            await kv.delete(key);
          };
        return typeof value === "function" ? value.bind(kv) : value;
      },
    });
    await runDailyStep({ DB: env.DB, BYTES: slow }, NOW);
    await runJobToItsEnd(LATER);
    const link = StoredRun.parse(await sent?.json()).runLink;
    expect((await other.send(paths.runLinkWeights(link))).status).toBe(200);
    expect((await other.send(paths.runLink(link))).status).toBe(200);
  });
});

describe("A restored backup", () => {
  test("brings back nobody: everyone whom KV's ledger names is gone at once, and the job deletes them again", async () => {
    const backup = await takeBackup();
    await eraseSelf(school.student);
    await runJobToItsEnd(NOW);
    await restoreBackup(backup);
    expect((await readAll()).rows).toContain(pseudonym);
    // Another isolate; one that lives on notices within a second that D1's ledger is shorter than it was.
    forgetLedger();
    forgetEverything();
    expect(await seenAt()).toEqual([]);
    const back = await makeBrowser().post(paths.recover, { code: school.student.recoveryCode });
    expect(back.status).toBe(404);
    await runJobToItsEnd(LATER);
    const after = await readAll();
    expect(after.rows).not.toContain(pseudonym);
    expect(after.keys).toHaveLength(3);
  });

  test("is noticed by the job alone, where nobody asks anything", async () => {
    const backup = await takeBackup();
    await eraseSelf(school.student);
    await runJobToItsEnd(NOW);
    await restoreBackup(backup);
    await runJobToItsEnd(LATER);
    expect((await readAll()).rows).not.toContain(pseudonym);
  });

  test("does not keep bytes from being stored that went with the student", async () => {
    const backup = await takeBackup();
    await eraseSelf(school.student);
    await runJobToItsEnd(NOW);
    await restoreBackup(backup);
    const late = await join(school.course);
    const sent = StoredRun.parse(await (await sendRun(late, { id: crypto.randomUUID(), run: own })).json());
    expect((await late.send(paths.runLinkWeights(sent.runLink))).status).toBe(200);
  });
});

const Column = z.object({ table: z.string(), from: z.string() });

test("every column of the schema that refers to a member, a run or a submission has a rule for erasure", async () => {
  const named = [];
  for (const table of await listTables()) {
    const { results } = await env.DB.prepare('SELECT "table", "from" FROM pragma_foreign_key_list(?)')
      .bind(table)
      .all();
    for (const row of results) {
      const { table: of, from: column } = Column.parse(row);
      if (["members", "runs", "submissions"].includes(of)) named.push(`${table}.${column} of ${of}`);
    }
  }
  expect(ERASURE_RULES.map(({ table, column, of }) => `${table}.${column} of ${of}`).sort()).toEqual(
    named.sort(),
  );
});

test("no column is called member, student or run without a reference that says what it is", async () => {
  const loose = [];
  for (const table of await listTables()) {
    const { results } = await env.DB.prepare(
      `SELECT c.name FROM pragma_table_info(?1) c WHERE c.name IN ('member', 'student', 'run', 'submission', 'actor', 'grader')
       AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(?1) f WHERE f."from" = c.name)`,
    )
      .bind(table)
      .all();
    for (const { name } of results) loose.push(`${table}.${name}`);
  }
  expect(loose).toEqual([]);
});
