import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { MemberList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { Roster } from "../../shared/api/roster.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { Joining } from "../../shared/api/staff.ts";
import { app } from "../../worker/app.ts";
import { handIn, receiptOf } from "./homework.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, signIn, startLab } from "./lab.ts";
import { problem1, putRun, trainRun } from "./real-run.ts";

const COURSE = "ece-4803";
const FILE =
  "name,email,student id,login,section\nAda Lovelace,ada@b.edu,1,alovelace3,A\nBob,bob@b.edu,2,bob7,B\n";

let course: CreatedCourse;
let owner: Browser;
beforeEach(async () => {
  await startLab();
  course = await createCourse(COURSE);
  owner = await signIn(course);
});

const importRoster = () => owner.put(paths.roster(COURSE), { csv: FILE });
const bindJoining = async () => {
  await importRoster();
  await owner.put(paths.joining(COURSE), { open: true, byRoster: true });
};
const tryJoin = (wish: object) => makeBrowser().post(paths.join, { code: course.joinCode, ...wish });
const invitation = async () => (await makeBrowser().send(paths.invitation(course.joinCode))).json();
const students = async () => {
  const { members } = MemberList.parse(await (await owner.send(paths.members(COURSE))).json());
  return members.filter(({ role }) => role === "student");
};
const count = (table: string) => env.DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first("n");

describe("a code", () => {
  test("says what it asks for: a name, a place on the roster if one likes, or one that is needed", async () => {
    expect(await invitation()).toMatchObject({ course: COURSE, roster: "none" });
    await importRoster();
    expect(await invitation()).toMatchObject({ roster: "optional" });
    await owner.put(paths.joining(COURSE), { open: true, byRoster: true });
    expect(await invitation()).toMatchObject({ roster: "required" });
  });

  test("stays as it was where a change says nothing of the roster", async () => {
    await owner.put(paths.joining(COURSE), { open: true, byRoster: true });
    const answer = await owner.put(paths.joining(COURSE), { open: false });
    expect(Joining.parse(await answer.json())).toMatchObject({ open: false, byRoster: true });
    const open = await owner.put(paths.joining(COURSE), { open: true, byRoster: false });
    expect(Joining.parse(await open.json())).toMatchObject({ open: true, byRoster: false });
  });
});

describe("a name", () => {
  test("is kept for the staff; who gave none has none", async () => {
    await join(course, { name: "  Grace Hopper " });
    await join(course);
    expect((await students()).map(({ name }) => name)).toEqual(["Grace Hopper", ""]);
    expect(await refusal(await tryJoin({ name: "x".repeat(121) }))).toMatchObject({
      status: 400,
      field: "name",
    });
  });

  test("of a student is in nothing that others can ask for, only in what the staff reads", async () => {
    const name = "Zebulon Quux";
    await owner.put(paths.roster(COURSE), { csv: `name,student id,email\n${name},7,zebulon.quux@b.edu` });
    const student = await join(course, { name, studentId: "7" });
    const { upload, weights } = trainRun(problem1(5, { epochs: 3 }));
    const sent = await putRun(student, { course: COURSE, id: crypto.randomUUID(), run: upload, weights });
    const run = StoredRun.parse(await sent.json());
    const submission = await receiptOf(handIn(student));
    const [listed] = await students();
    const { rows } = Roster.parse(await (await owner.send(paths.roster(COURSE))).json());
    const known: Record<string, string> = {
      ...{ course: COURSE, code: course.joinCode, token: run.runLink, member: listed?.id ?? "" },
      ...{ row: rows[0]?.id ?? "", problem: "problem-1", cell: "cover", key: "cover" },
    };
    const fill = (path: string) =>
      path.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, key: string) => {
        if (key === "id") return path.includes("submissions") ? submission.id : run.id;
        return known[key] ?? key;
      });
    const reads = [
      ...new Set(app.routes.filter(({ method }) => method === "GET").map(({ path }) => fill(path))),
    ];
    const told = async (browser: Browser) => {
      const texts = await Promise.all(
        reads.map(async (path) => `${path} ${await (await browser.send(path)).text()}`),
      );
      return texts.filter((text) => /zebulon|quux/i.test(text)).map((text) => text.split(" ")[0]);
    };
    const other = await createCourse("other");
    for (const browser of [makeBrowser(), await join(course), await join(other), await signIn(other)])
      expect(await told(browser)).toEqual([]);
    expect(await told(owner)).toEqual(expect.arrayContaining([paths.members(COURSE), paths.roster(COURSE)]));
  });
});

describe("a course that is bound to its roster", () => {
  test("lets in who is on it, by student id, login or email, under the roster's name", async () => {
    await bindJoining();
    expect((await tryJoin({ name: "ada", studentId: " ALovelace3 " })).status).toBe(201);
    expect((await tryJoin({ name: "bob", email: "Bob@B.edu" })).status).toBe(201);
    expect((await students()).map(({ name, section }) => [name, section])).toEqual([
      ["Ada Lovelace", "A"],
      ["Bob", "B"],
    ]);
  });

  test("asks who gives nothing, and says one thing to who is unknown and to who is taken", async () => {
    await bindJoining();
    expect(await refusal(await tryJoin({ name: "Eve" }))).toMatchObject({ status: 400, field: "studentId" });
    await tryJoin({ name: "ada", studentId: "1" });
    const [unknown, taken] = [await tryJoin({ studentId: "999" }), await tryJoin({ studentId: "1" })];
    expect([unknown.status, await unknown.text()]).toEqual([taken.status, await taken.text()]);
    expect(unknown.status).toBe(403);
    expect((await refusal(await tryJoin({ email: "ada@b.edu" }))).message).toContain("ask your instructor");
    expect(await students()).toHaveLength(1);
  });

  test("lets two who come at once as one person in once, and keeps nothing of the other", async () => {
    await bindJoining();
    const answers = await Promise.all(Array.from({ length: 4 }, () => tryJoin({ studentId: "1" })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
    expect(await students()).toHaveLength(1);
    expect(await count("recovery_codes")).toBe(1);
    expect(await count("sessions")).toBe(2); // the owner's and the student's
  });

  test("gives a place back when the staff unbinds who took it", async () => {
    await bindJoining();
    await tryJoin({ studentId: "1" });
    const { rows } = Roster.parse(await (await owner.send(paths.roster(COURSE))).json());
    await owner.remove(paths.rosterMember(COURSE, rows[0]?.id ?? ""));
    expect((await tryJoin({ studentId: "1" })).status).toBe(201);
  });

  test("lets who joined before back in with nothing but the session", async () => {
    const student = await join(course);
    await bindJoining();
    expect((await student.post(paths.join, { code: course.joinCode })).status).toBe(200);
  });

  test("does not know the roster of another course", async () => {
    await importRoster();
    const other = await createCourse("other");
    await (await signIn(other)).put(paths.joining("other"), { open: true, byRoster: true });
    const answer = await makeBrowser().post(paths.join, { code: other.joinCode, studentId: "1" });
    expect(answer.status).toBe(403);
  });
});

test("an open course lets in who is not on its roster, and knows who is", async () => {
  await importRoster();
  expect((await tryJoin({ name: "Eve", studentId: "999" })).status).toBe(201);
  expect((await tryJoin({ name: "Ada", email: "ada@b.edu" })).status).toBe(201);
  expect((await tryJoin({ name: "Ada again", email: "ada@b.edu" })).status).toBe(201);
  expect((await students()).map(({ name }) => name)).toEqual(["Eve", "Ada Lovelace", "Ada again"]);
});
