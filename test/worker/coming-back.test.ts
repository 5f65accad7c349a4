import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { type CreatedCourse, Membership } from "../../shared/api/courses.ts";
import {
  formatRecoveryCode,
  MemberList,
  NewRecoveryCode,
  normalizeRecoveryCode,
  SessionList,
} from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { hashToken } from "../../worker/courses/secrets.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, signIn, startLab } from "./lab.ts";

const COURSE = "ece-4803";
const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";

let course: CreatedCourse;
beforeEach(async () => {
  await startLab();
  course = await createCourse(COURSE);
});

const isIn = async (browser: Browser) => (await browser.send(paths.course(COURSE))).ok;
const recover = (browser: Browser, code: string) => browser.post(paths.recover, { code });
const listSessions = async (browser: Browser) =>
  SessionList.parse(await (await browser.send(paths.sessions(COURSE))).json()).sessions;
const listMembers = async (browser: Browser) =>
  MemberList.parse(await (await browser.send(paths.members(COURSE))).json()).members;
const newCode = async (browser: Browser, path: string) =>
  NewRecoveryCode.parse(await (await browser.post(path, {})).json()).recoveryCode;

describe("a recovery code", () => {
  test("is given when one joins, and brings the same member back in another browser", async () => {
    const student = await join(course);
    const elsewhere = makeBrowser();
    const answer = await recover(elsewhere, student.recoveryCode);
    expect(answer.status).toBe(201);
    expect(Membership.parse(await answer.json())).toEqual(student.membership);
    expect(await (await elsewhere.send(paths.course(COURSE))).json()).toEqual(student.membership);
  });

  test("is shown once: joining again from the same browser tells none", async () => {
    const student = await join(course);
    const again = await student.post(paths.join, { code: course.joinCode });
    expect(await again.json()).toEqual(student.membership);
  });

  test("ends when its member takes a new one", async () => {
    const student = await join(course);
    const next = await newCode(student, paths.recoveryCode(COURSE));
    expect((await refusal(await recover(makeBrowser(), student.recoveryCode))).status).toBe(404);
    expect((await recover(makeBrowser(), next)).status).toBe(201);
  });

  test("is given anew by an instructor to a student who lost everything", async () => {
    const student = await join(course);
    const instructor = await signIn(course);
    const [listed] = (await listMembers(instructor)).filter(({ role }) => role === "student");
    const next = await newCode(instructor, paths.memberRecoveryCode(COURSE, listed?.id ?? ""));
    const elsewhere = makeBrowser();
    expect(Membership.parse(await (await recover(elsewhere, next)).json())).toEqual(student.membership);
    expect((await recover(makeBrowser(), student.recoveryCode)).status).toBe(404);
  });

  test("is typed as it is printed, in small letters or with spaces", () => {
    const code = "ABCDEFGHJKLMNPQRSTUV";
    expect(formatRecoveryCode(code)).toBe("ABCD-EFGH-JKLM-NPQR-STUV");
    expect(normalizeRecoveryCode(" abcd-efgh jklm-npqr-stuv ")).toBe(code);
  });

  test("of another form is refused by field, an unknown one says what to do", async () => {
    expect(await refusal(await recover(makeBrowser(), "short"))).toMatchObject({
      status: 400,
      field: "code",
    });
    const unknown = await refusal(await recover(makeBrowser(), "K".repeat(20)));
    expect(unknown.status).toBe(404);
    expect(unknown.message).toContain("ask your instructor");
  });

  test("is kept as a hash alone", async () => {
    const { recoveryCode } = await join(course);
    const { results } = await env.DB.prepare("SELECT * FROM recovery_codes").all();
    expect(results).toHaveLength(1);
    expect(JSON.stringify(results)).not.toContain(recoveryCode);
  });
});

describe("the browsers that are signed in", () => {
  test("are listed for their member alone, the one that asks marked, and named as a person knows them", async () => {
    const student = await join(course);
    await join(course);
    const elsewhere = makeBrowser();
    await elsewhere.post(paths.recover, { code: student.recoveryCode }, { "User-Agent": FIREFOX });
    const listed = await listSessions(elsewhere);
    expect(listed).toHaveLength(2);
    expect(listed.find(({ current }) => current)?.browser).toBe("Firefox on Linux");
    expect((await listSessions(student)).find(({ current }) => current)?.browser).toBe("");
  });

  test("are signed out at once, each alone", async () => {
    const student = await join(course);
    const elsewhere = makeBrowser();
    await recover(elsewhere, student.recoveryCode);
    const other = (await listSessions(student)).find(({ current }) => !current);
    expect((await student.remove(paths.session(COURSE, other?.id ?? ""))).status).toBe(204);
    expect([await isIn(student), await isIn(elsewhere)]).toEqual([true, false]);
    const again = await refusal(await student.remove(paths.session(COURSE, other?.id ?? "")));
    expect(again.message).toContain("signed out already");
  });

  test("drop their cookie when they sign themselves out", async () => {
    const student = await join(course);
    const [own] = await listSessions(student);
    await student.remove(paths.session(COURSE, own?.id ?? ""));
    expect(student.cookies.size).toBe(0);
    expect(await isIn(student)).toBe(false);
  });

  test("cannot be signed out by another student who knows the id", async () => {
    const [student, other] = [await join(course), await join(course)];
    const [own] = await listSessions(student);
    expect((await other.remove(paths.session(COURSE, own?.id ?? ""))).status).toBe(404);
    expect(await isIn(student)).toBe(true);
  });

  test("of a student are all signed out by an instructor, those of an instructor never", async () => {
    const student = await join(course);
    const instructor = await signIn(course);
    const listed = await listMembers(instructor);
    for (const { id, role } of listed) {
      const answer = await instructor.remove(paths.memberSessions(COURSE, id));
      expect(answer.status).toBe(role === "student" ? 204 : 404);
    }
    expect([await isIn(student), await isIn(instructor)]).toEqual([false, true]);
  });

  test("say when they were last used, to the hour", async () => {
    const student = await join(course);
    const seenAt = () => env.DB.prepare("SELECT seen_at FROM sessions").first("seen_at");
    const see = async (at: string) => {
      await env.DB.prepare("UPDATE sessions SET seen_at = ?").bind(at).run();
      await student.send(paths.course(COURSE));
    };
    const old = "2026-01-01T00:00:00.000Z";
    await see(old);
    await expect.poll(seenAt).not.toBe(old);
    const tenMinutesAgo = new Date(Date.now() - 600_000).toISOString();
    await see(tenMinutesAgo);
    expect(await seenAt()).toBe(tenMinutesAgo);
  });
});

test("who signed in before sessions could be seen stays signed in", async () => {
  await reset();
  const before = env.MIGRATIONS.filter(({ name }) => name < "0003");
  await applyD1Migrations(env.DB, before);
  const token = "t".repeat(22);
  await env.DB.batch(
    [
      "INSERT INTO courses (course, title, join_code, created_at) VALUES ('ece-4803', 'ECE', 'CODE2345', '2026-01-01')",
      "INSERT INTO members (id, course, role, pseudonym, created_at) VALUES ('m', 'ece-4803', 'student', 'quiet-otter-42', '2026-01-01')",
      `INSERT INTO sessions (token_hash, course, member, expires_at) VALUES ('${hashToken(token)}', 'ece-4803', 'm', '2999-01-01T00:00:00.000Z')`,
    ].map((statement) => env.DB.prepare(statement)),
  );
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const student = makeBrowser();
  student.cookies.set("__Host-lab-ece-4803", token);
  expect(await isIn(student)).toBe(true);
  expect((await listSessions(student)).map(({ current }) => current)).toEqual([true]);
});

test("the members of a course are its instructors' to see: everyone once, with the browsers each has open", async () => {
  const student = await join(course);
  await recover(makeBrowser(), student.recoveryCode);
  await join(await createCourse("other"));
  const instructor = await signIn(course);
  const listed = await listMembers(instructor);
  expect(listed.map(({ pseudonym, role, browsers }) => ({ pseudonym, role, browsers }))).toEqual([
    { pseudonym: "instructor", role: "owner", browsers: 1 },
    { pseudonym: student.membership.member.pseudonym, role: "student", browsers: 2 },
  ]);
});
