import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { type CreatedCourse, Membership } from "../../shared/api/courses.ts";
import { MemberList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { AuditLog, Joining, StaffKey } from "../../shared/api/staff.ts";
import { NOTHING_DUE } from "../../shared/assignment/deadline.ts";
import { hashToken } from "../../worker/courses/secrets.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, signIn, startLab } from "./lab.ts";

const COURSE = "ece-4803";

let course: CreatedCourse;
let owner: Browser;
beforeEach(async () => {
  await startLab();
  course = await createCourse(COURSE);
  owner = await signIn(course);
});

const invite = async (name: string, role: string) => owner.post(paths.staff(COURSE), { name, role });
const invited = async (name: string, role: string) => StaffKey.parse(await (await invite(name, role)).json());
const enter = async (key: string) => {
  const browser = makeBrowser();
  const answer = await browser.post(paths.signIn, { key });
  return { browser, status: answer.status, answer };
};
const roleOf = async (browser: Browser) => {
  const answer = await browser.send(paths.course(COURSE));
  return answer.ok ? Membership.parse(await answer.json()).member.role : null;
};
const readAudit = async (query = "") =>
  AuditLog.parse(await (await owner.send(paths.audit(COURSE) + query)).json());
const ownerId = async () => {
  const { members } = MemberList.parse(await (await owner.send(paths.members(COURSE))).json());
  return members.find(({ role }) => role === "owner")?.id ?? "";
};

describe("someone on the staff", () => {
  test("is invited by the owner with a link that signs in, again and again", async () => {
    const { signInKey } = await invited("Prof. Kim", "instructor");
    for (let visit = 0; visit < 2; visit++) {
      const { answer } = await enter(signInKey);
      const { member } = Membership.parse(await answer.json());
      expect(member).toEqual({ pseudonym: "Prof. Kim", role: "instructor" });
    }
  });

  test("has a name that nobody in the course has", async () => {
    await invited("Kim", "grader");
    expect(await refusal(await invite("Kim", "grader"))).toMatchObject({ status: 409, field: "name" });
    expect(await refusal(await invite(" ", "grader"))).toMatchObject({ status: 400, field: "name" });
    expect(await refusal(await invite("Lee", "owner"))).toMatchObject({ status: 400, field: "role" });
  });

  test("gets another role at once, in the browser that is open", async () => {
    const { id, signInKey } = await invited("Kim", "grader");
    const { browser } = await enter(signInKey);
    await owner.put(paths.staffMember(COURSE, id), { role: "instructor" });
    expect(await roleOf(browser)).toBe("instructor");
    expect((await browser.put(paths.joining(COURSE), { open: false })).status).toBe(200);
  });

  test("who is taken out has no way in any more, at once", async () => {
    const { id, signInKey } = await invited("Kim", "instructor");
    const { browser } = await enter(signInKey);
    const code = await (await browser.post(paths.recoveryCode(COURSE), {})).json<{ recoveryCode: string }>();
    expect((await owner.remove(paths.staffMember(COURSE, id))).status).toBe(204);
    expect(await roleOf(browser)).toBeNull();
    expect((await enter(signInKey)).status).toBe(404);
    expect((await makeBrowser().post(paths.recover, { code: code.recoveryCode })).status).toBe(404);
    expect((await owner.remove(paths.staffMember(COURSE, id))).status).toBe(404);
  });

  test("gets a new link, which ends the old", async () => {
    const { id, signInKey } = await invited("Kim", "grader");
    const renewed = StaffKey.parse(await (await owner.post(paths.staffSignInKey(COURSE, id), {})).json());
    expect((await enter(signInKey)).status).toBe(404);
    expect((await enter(renewed.signInKey)).status).toBe(201);
  });
});

test("a course keeps an owner: the last one can neither be made less nor taken out, and keeps every way in", async () => {
  const id = await ownerId();
  for (const answer of [
    await owner.put(paths.staffMember(COURSE, id), { role: "instructor" }),
    await owner.remove(paths.staffMember(COURSE, id)),
  ])
    expect(await refusal(answer)).toMatchObject({ status: 409, field: "role" });
  expect(await roleOf(owner)).toBe("owner");
  expect((await enter(course.instructorKey)).status).toBe(201);
  expect((await readAudit()).entries).toEqual([]);
  const second = await invited("Kim", "instructor");
  await owner.put(paths.staffMember(COURSE, second.id), { role: "owner" });
  expect((await owner.remove(paths.staffMember(COURSE, id))).status).toBe(204);
  expect(await roleOf(owner)).toBeNull();
});

describe("joining", () => {
  const change = async (wish: object) =>
    Joining.parse(await (await owner.put(paths.joining(COURSE), wish)).json());

  test("gets a new code, and the old one leads nowhere", async () => {
    const { joinCode } = await change({ open: true, newCode: true });
    expect(joinCode).not.toBe(course.joinCode);
    expect((await makeBrowser().post(paths.join, { code: course.joinCode })).status).toBe(404);
    expect((await makeBrowser().send(paths.invitation(joinCode))).status).toBe(200);
  });

  test("is closed and opened; closed, it lets in who is a member and no one else", async () => {
    const student = await join(course);
    await change({ open: false });
    for (const answer of [
      await makeBrowser().post(paths.join, { code: course.joinCode }),
      await makeBrowser().send(paths.invitation(course.joinCode)),
    ]) {
      const closed = await refusal(answer);
      expect(closed.status).toBe(403);
      expect(closed.message).toContain("takes in no one at present");
    }
    expect((await student.post(paths.join, { code: course.joinCode })).status).toBe(200);
    expect((await makeBrowser().post(paths.recover, { code: student.recoveryCode })).status).toBe(201);
    await change({ open: true });
    expect((await makeBrowser().post(paths.join, { code: course.joinCode })).status).toBe(201);
  });
});

describe("the audit log", () => {
  test("says who changed what, newest first, and nothing of what was refused", async () => {
    const { id } = await invited("Kim", "grader");
    await invite("Kim", "grader");
    await owner.put(paths.staffMember(COURSE, id), { role: "instructor" });
    await owner.put(paths.staffMember(COURSE, id), { role: "instructor" });
    await owner.put(paths.joining(COURSE), { open: false });
    const dueAt = "2027-01-01T00:00:00.000Z";
    for (let sent = 0; sent < 2; sent++) await owner.put(paths.assignment(COURSE), { base: 1, dueAt });
    const { entries, next } = await readAudit();
    expect(next).toBeNull();
    expect(entries.map(({ actor, change }) => [actor, change])).toEqual([
      ["instructor", { kind: "scheduleChanged", ...NOTHING_DUE, dueAt }],
      ["instructor", { kind: "joiningChanged", open: false, newCode: false, byRoster: false }],
      ["instructor", { kind: "roleChanged", who: "Kim", from: "grader", to: "instructor" }],
      ["instructor", { kind: "staffInvited", who: "Kim", role: "grader" }],
    ]);
  });

  test("is narrowed to a topic, to who did it and to whom it was done", async () => {
    const { id, signInKey } = await invited("Kim", "instructor");
    await invited('Quote "Kim" Lee', "grader");
    const { browser: kim } = await enter(signInKey);
    await kim.put(paths.joining(COURSE), { open: false });
    await owner.put(paths.staffMember(COURSE, id), { role: "grader" });
    await owner.put(paths.assignment(COURSE), { base: 1, dueAt: "2027-01-01T00:00:00.000Z" });
    const kinds = async (query: string) => (await readAudit(query)).entries.map(({ change }) => change.kind);
    expect(await kinds("?topic=staff")).toEqual(["roleChanged", "staffInvited", "staffInvited"]);
    expect(await kinds("?topic=joining")).toEqual(["joiningChanged"]);
    expect(await kinds("?topic=grades")).toEqual([]);
    expect(await kinds("?person=kim")).toEqual([
      "roleChanged",
      "joiningChanged",
      "staffInvited",
      "staffInvited",
    ]);
    expect(await kinds(`?person=${encodeURIComponent('"kim"')}&topic=staff`)).toEqual(["staffInvited"]);
    expect(await kinds("?person=homework")).toEqual([]);
    expect(await refusal(await owner.send(`${paths.audit(COURSE)}?topic=weather`))).toMatchObject({
      status: 400,
      field: "topic",
    });
  });

  test("comes a page at a time", async () => {
    const change = JSON.stringify({ kind: "signedOut", who: "quiet-otter-42" });
    const entry = env.DB.prepare(
      "INSERT INTO audit_log (course, at, actor, change, detail) VALUES (?, ?, ?, 'signedOut', ?)",
    ).bind(COURSE, "2026-01-01T00:00:00.000Z", await ownerId(), change);
    await env.DB.batch(Array.from({ length: 130 }, () => entry));
    const first = await readAudit();
    const second = await readAudit(`?before=${first.next}`);
    expect([first.entries.length, second.entries.length, second.next]).toEqual([100, 30, null]);
    expect(await refusal(await owner.send(`${paths.audit(COURSE)}?before=x`))).toMatchObject({
      status: 400,
      field: "before",
    });
  });
});

test("the instructor of a course from before roles owns it, students stay students", async () => {
  await reset();
  await applyD1Migrations(
    env.DB,
    env.MIGRATIONS.filter(({ name }) => name < "0004"),
  );
  const key = "k".repeat(22);
  await env.DB.batch(
    [
      "INSERT INTO courses (course, title, join_code, created_at) VALUES ('ece-4803', 'ECE', 'CODE2345', '2026-01-01')",
      "INSERT INTO members (id, course, role, pseudonym, created_at) VALUES ('t', 'ece-4803', 'instructor', 'instructor', '2026-01-01')",
      "INSERT INTO members (id, course, role, pseudonym, created_at) VALUES ('s', 'ece-4803', 'student', 'quiet-otter-42', '2026-01-02')",
      `INSERT INTO sign_in_keys (key_hash, course, member, created_at) VALUES ('${hashToken(key)}', 'ece-4803', 't', '2026-01-01')`,
    ].map((statement) => env.DB.prepare(statement)),
  );
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { browser } = await enter(key);
  const { members } = MemberList.parse(await (await browser.send(paths.members(COURSE))).json());
  expect(members.map(({ pseudonym, role }) => [pseudonym, role])).toEqual([
    ["instructor", "owner"],
    ["quiet-otter-42", "student"],
  ]);
});
