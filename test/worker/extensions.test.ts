import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { ReceiptList } from "../../shared/api/homework.ts";
import { MemberList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { ExtensionList } from "../../shared/api/schedule.ts";
import { AuditLog } from "../../shared/api/staff.ts";
import { NOTHING_DUE } from "../../shared/assignment/deadline.ts";
import { listDeadlines } from "../../worker/store/deadlines.ts";
import {
  type Class,
  COURSE,
  FAR_AHEAD,
  handIn,
  LONG_AGO,
  makeClass,
  readAssignment,
  receiptOf,
  setDue,
} from "./homework.ts";
import { type Browser, createCourse, refusal, signIn } from "./lab.ts";

const LATER = "2999-06-01T12:00:00.000Z";

let school: Class;
let ids: { student: string; other: string; instructor: string };
beforeEach(async () => {
  school = await makeClass();
  const { members } = MemberList.parse(await (await school.instructor.send(paths.members(COURSE))).json());
  const idOf = (pseudonym: string) => members.find((one) => one.pseudonym === pseudonym)?.id ?? "";
  ids = {
    student: idOf(school.student.membership.member.pseudonym),
    other: idOf(school.other.membership.member.pseudonym),
    instructor: idOf("instructor"),
  };
});

/** Puts a member on the roster of a section, as an import does. */
async function seat(member: string, section: string): Promise<void> {
  await env.DB.prepare(
    `INSERT INTO roster (id, course, name, email, student_id, section, canvas_id, login, member, created_at)
     VALUES (?, ?, '', '', '', ?, '', '', ?, '')`,
  )
    .bind(crypto.randomUUID(), COURSE, section, member)
    .run();
}
const give = (kind: string, who: string, body: object, browser: Browser = school.instructor) =>
  browser.put(paths.extension(COURSE, kind, encodeURIComponent(who)), body);
const take = (kind: string, who: string) =>
  school.instructor.remove(paths.extension(COURSE, kind, encodeURIComponent(who)));
async function list() {
  return ExtensionList.parse(await (await school.instructor.send(paths.extensions(COURSE))).json())
    .extensions;
}
async function listChanges() {
  const { entries } = AuditLog.parse(await (await school.instructor.send(paths.audit(COURSE))).json());
  return entries.map(({ change }) => change).filter(({ kind }) => kind !== "scheduleChanged");
}

describe("an extension", () => {
  test("for one student is that student's due date, and nobody else's", async () => {
    await setDue(school.instructor, LONG_AGO);
    expect((await give("student", ids.student, { dueAt: LATER, reason: " Ill. " })).status).toBe(204);
    expect(await readAssignment(school.student)).toMatchObject({ dueAt: LATER, extended: true });
    expect(await readAssignment(school.other)).toMatchObject({ dueAt: LONG_AGO, extended: false });
    expect(await list()).toMatchObject([
      { for: { kind: "student", member: ids.student }, dueAt: LATER, reason: "Ill.", givenBy: "instructor" },
    ]);
  });

  test("opens handing in again for who could not any more, and what came before is no longer late", async () => {
    await setDue(school.instructor, LONG_AGO);
    expect(await receiptOf(handIn(school.student))).toMatchObject({ late: true });
    expect((await handIn(school.student)).status).toBe(403);
    await give("student", ids.student, { dueAt: LATER });
    expect(await receiptOf(handIn(school.student))).toMatchObject({ number: 2, dueAt: LATER, late: false });
    const { submissions } = ReceiptList.parse(
      await (await school.student.send(paths.submissions(COURSE))).json(),
    );
    expect(submissions.map(({ late }) => late)).toEqual([false, false]);
  });

  test("for a section is for whom the roster has in it, and a student's own counts before it", async () => {
    await setDue(school.instructor, LONG_AGO);
    await seat(ids.student, "A / Übung 1");
    await seat(ids.other, "B");
    expect((await give("section", "A / Übung 1", { dueAt: LATER })).status).toBe(204);
    expect(await readAssignment(school.student)).toMatchObject({ dueAt: LATER, extended: true });
    expect(await readAssignment(school.other)).toMatchObject({ dueAt: LONG_AGO, extended: false });
    await give("student", ids.student, { dueAt: FAR_AHEAD });
    expect(await readAssignment(school.student)).toMatchObject({ dueAt: FAR_AHEAD });
    await take("student", ids.student);
    expect(await readAssignment(school.student)).toMatchObject({ dueAt: LATER });
  });

  test("given again is changed, and the same again stands once in the log", async () => {
    const who = school.student.membership.member.pseudonym;
    for (let sent = 0; sent < 2; sent++) await give("student", ids.student, { dueAt: LATER, reason: "Ill." });
    await give("student", ids.student, { dueAt: FAR_AHEAD, reason: "Ill." });
    expect(await list()).toMatchObject([{ dueAt: FAR_AHEAD }]);
    expect((await take("student", ids.student)).status).toBe(204);
    expect((await take("student", ids.student)).status).toBe(404);
    expect(await listChanges()).toEqual([
      { kind: "extensionTaken", to: "student", who },
      { kind: "extensionGiven", to: "student", who, dueAt: FAR_AHEAD },
      { kind: "extensionGiven", to: "student", who, dueAt: LATER },
    ]);
    expect(await list()).toEqual([]);
  });
});

test("the due dates of a whole course come in one statement, each with its own extension", async () => {
  await setDue(school.instructor, FAR_AHEAD);
  await give("student", ids.student, { dueAt: LATER });
  const deadlines = await listDeadlines(env.DB, COURSE);
  expect([...deadlines.keys()].sort()).toEqual(Object.values(ids).sort());
  expect(deadlines.get(ids.student)).toEqual({ ...NOTHING_DUE, dueAt: LATER, extended: true });
  expect(deadlines.get(ids.other)).toEqual({ ...NOTHING_DUE, dueAt: FAR_AHEAD, extended: false });
});

describe("an extension is refused, and nothing is stored:", () => {
  const good = { dueAt: LATER };
  test.each([
    ["for a student whom the course does not have", "student", "nobody", good, 404, undefined],
    ["for one of the staff", "student", "INSTRUCTOR", good, 404, undefined],
    ["for a section that the roster does not have", "section", "Z", good, 404, undefined],
    ["for something else", "team", "a", good, 404, undefined],
    ["without a due date", "student", "STUDENT", {}, 400, "dueAt"],
    ["with a time without its zone", "student", "STUDENT", { dueAt: "2027-01-01T00:00:00" }, 400, "dueAt"],
    [
      "with a reason that is too long",
      "student",
      "STUDENT",
      { ...good, reason: "x".repeat(501) },
      400,
      "reason",
    ],
  ])("%s", async (_, kind, who, body, status, field) => {
    const names: Record<string, string> = { INSTRUCTOR: ids.instructor, STUDENT: ids.student };
    expect(await refusal(await give(kind, names[who] ?? who, body))).toMatchObject({ status, field });
    expect(await list()).toEqual([]);
    expect(await listChanges()).toEqual([]);
  });

  test("for a student of another course", async () => {
    const other = await signIn(await createCourse("other"));
    const answer = await other.put(paths.extension("other", "student", ids.student), good);
    expect(answer.status).toBe(404);
  });
});
