import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { CreatedCourse } from "../../shared/api/courses.ts";
import { MemberList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { Roster, RosterReport } from "../../shared/api/roster.ts";
import { AuditLog } from "../../shared/api/staff.ts";
import { MAX_ROSTER_BODY_BYTES } from "../../shared/limits.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, signIn, startLab } from "./lab.ts";

const COURSE = "ece-4803";
const FILE = "name,email,student id,section\nAda Lovelace,ada@b.edu,1,A\nBob Müller,bob@b.edu,2,B\n";

let course: CreatedCourse;
let owner: Browser;
beforeEach(async () => {
  await startLab();
  course = await createCourse(COURSE);
  owner = await signIn(course);
});

const put = (csv: string, wishes = {}) => owner.put(paths.roster(COURSE), { csv, ...wishes });
const imported = async (csv: string, wishes = {}) =>
  RosterReport.parse(await (await put(csv, wishes)).json());
const outcomes = async (csv: string, wishes = {}) =>
  (await imported(csv, wishes)).lines.map(({ line, outcome }) => `${line} ${outcome}`);
const readRoster = async () => Roster.parse(await (await owner.send(paths.roster(COURSE))).json()).rows;
const names = async () => (await readRoster()).map(({ name }) => name);
const changes = async () =>
  AuditLog.parse(await (await owner.send(paths.audit(COURSE))).json()).entries.map(({ change }) => change);
const members = async () => MemberList.parse(await (await owner.send(paths.members(COURSE))).json()).members;
const rowOf = async (name: string) => (await readRoster()).find((row) => row.name === name)?.id ?? "";
const studentId = async () => (await members()).find(({ role }) => role === "student")?.id ?? "";

describe("an import", () => {
  test("puts everyone on the roster, and says so line by line and in the log", async () => {
    expect(await outcomes(FILE)).toEqual(["2 added", "3 added"]);
    expect(await readRoster()).toMatchObject([
      { name: "Ada Lovelace", email: "ada@b.edu", studentId: "1", section: "A", member: null },
      { name: "Bob Müller", email: "bob@b.edu", studentId: "2", section: "B", member: null },
    ]);
    expect(await changes()).toEqual([{ kind: "rosterImported", added: 2, changed: 0, removed: 0 }]);
  });

  test("of the same file changes nothing and is not in the log again", async () => {
    await put(FILE);
    const before = await readRoster();
    expect(await outcomes(FILE)).toEqual(["2 same", "3 same"]);
    expect(await readRoster()).toEqual(before);
    expect(await changes()).toHaveLength(1);
  });

  test("that is tried first stores nothing, and tells what would be", async () => {
    expect(await imported(FILE, { dryRun: true })).toMatchObject({ imported: false });
    expect(await outcomes(FILE, { dryRun: true })).toEqual(["2 added", "3 added"]);
    expect([await readRoster(), await changes()]).toEqual([[], []]);
  });

  test("with one line wrong imports none, and names it", async () => {
    const spoilt = `${FILE}Carl,carl at home,3,A\n`;
    expect(await outcomes(spoilt, { dryRun: true })).toEqual(["2 added", "3 added", "4 wrong"]);
    expect(await refusal(await put(spoilt))).toMatchObject({
      status: 400,
      field: "csv",
      message: expect.stringContaining("line 4: expected an email address"),
    });
    expect(await readRoster()).toEqual([]);
  });

  test("changes who is known, lets two change places, and keeps who joined as them", async () => {
    await put(FILE);
    const student = await join(course, { studentId: "1" });
    const swapped = FILE.replace("ada@", "x@").replace("bob@", "ada@").replace("x@", "bob@");
    expect(await outcomes(swapped)).toEqual(["2 changed", "3 changed"]);
    expect((await readRoster()).map(({ name, email, member }) => [name, email, member !== null])).toEqual([
      ["Ada Lovelace", "bob@b.edu", true],
      ["Bob Müller", "ada@b.edu", false],
    ]);
    expect((await members()).find(({ role }) => role === "student")).toMatchObject({
      pseudonym: student.membership.member.pseudonym,
      name: "Ada Lovelace",
      section: "A",
    });
  });

  test("takes out who is gone only at wish, and never who joined", async () => {
    await put(`${FILE}Cy,cy@b.edu,3,A\n`);
    await join(course, { email: "BOB@b.edu" });
    const rest = "name,student id\nAda Lovelace,1\n";
    expect((await imported(rest)).missing).toEqual([
      { name: "Cy", section: "A", joined: false, removed: false },
      { name: "Bob Müller", section: "B", joined: true, removed: false },
    ]);
    await put(rest, { removeMissing: true });
    expect(await names()).toEqual(["Ada Lovelace", "Bob Müller"]);
    expect((await changes())[0]).toEqual({ kind: "rosterImported", added: 0, changed: 0, removed: 1 });
  });

  test("of a thousand people is one batch, and of a Canvas gradebook as a file too", async () => {
    const lines = Array.from({ length: 1_000 }, (_, i) => `"Student, ${i}",${i + 5000},90${i},s${i},A`);
    const csv = ["Student,ID,SIS User ID,SIS Login ID,Section", "    Points Possible,,,,", ...lines].join(
      "\r\n",
    );
    const answer = await owner.send(paths.roster(COURSE), {
      method: "PUT",
      body: `\uFEFF${csv}`,
      headers: { "Content-Type": "text/csv" },
    });
    expect(answer.status).toBe(200);
    expect(await readRoster()).toHaveLength(1_000);
    const gone = await owner.send(`${paths.roster(COURSE)}?dryRun=true&removeMissing=true`, {
      method: "PUT",
      body: "Student,ID,SIS User ID,SIS Login ID,Section\nOne,5000,900,s0,A",
      headers: { "Content-Type": "text/csv; charset=utf-8" },
    });
    const { missing, imported } = RosterReport.parse(await gone.json());
    expect([imported, missing.filter(({ removed }) => removed).length]).toEqual([false, 999]);
    expect(await readRoster()).toHaveLength(1_000);
  });

  test("is refused where it is larger than any roster, or another course has the row", async () => {
    expect((await put("n".repeat(MAX_ROSTER_BODY_BYTES))).status).toBe(413);
    await put(FILE);
    const other = await signIn(await createCourse("other"));
    expect(
      (await other.put(paths.rosterMember("other", await rowOf("Ada Lovelace")), { member: "m" })).status,
    ).toBe(404);
    expect((await other.remove(paths.rosterMember("other", await rowOf("Ada Lovelace")))).status).toBe(404);
  });

  test("that two people make at the same moment is made once, and leaves no half of it", async () => {
    const answers = await Promise.all([put(FILE), put(FILE)]);
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [200, 200],
      [200, 409],
    ]).toContainEqual(statuses);
    expect(await names()).toEqual(["Ada Lovelace", "Bob Müller"]);
    expect(await changes()).toHaveLength(1);
  });
});

describe("who is who", () => {
  test("is said by the staff for a student who joined before the roster came, and taken back", async () => {
    const student = await join(course, { name: "Ada" });
    await put(FILE);
    const path = paths.rosterMember(COURSE, await rowOf("Ada Lovelace"));
    const id = await studentId();
    expect((await owner.put(path, { member: id })).status).toBe(204);
    expect((await owner.put(path, { member: id })).status).toBe(204);
    expect((await members())[1]).toMatchObject({ name: "Ada Lovelace", section: "A" });
    const elsewhere = paths.rosterMember(COURSE, await rowOf("Bob Müller"));
    expect(await refusal(await owner.put(elsewhere, { member: id }))).toMatchObject({ status: 409 });
    expect((await owner.remove(path)).status).toBe(204);
    expect((await members())[1]).toMatchObject({ name: "Ada", section: "" });
    const who = student.membership.member.pseudonym;
    expect((await changes()).slice(0, 2)).toEqual([
      { kind: "rosterUnbound", who },
      { kind: "rosterBound", who },
    ]);
  });

  test("is nobody else's row: one that is taken is not given again", async () => {
    await put(FILE);
    await join(course, { studentId: "1" });
    await join(course);
    const free = (await members()).find(({ role, name }) => role === "student" && name === "")?.id ?? "";
    const path = paths.rosterMember(COURSE, await rowOf("Ada Lovelace"));
    expect(await refusal(await owner.put(path, { member: free }))).toMatchObject({ status: 409 });
    const ownerId = (await members())[0]?.id ?? "";
    expect((await owner.put(path, { member: ownerId })).status).toBe(404);
  });

  test("has another name when the staff says so, on the roster too", async () => {
    await put(FILE);
    await join(course, { studentId: "1", name: "ada" });
    const path = paths.memberName(COURSE, await studentId());
    expect((await owner.put(path, { name: " Ada King " })).status).toBe(204);
    expect((await members())[1]?.name).toBe("Ada King");
    expect(await names()).toContain("Ada King");
    expect(await refusal(await owner.put(path, { name: " " }))).toMatchObject({ status: 400, field: "name" });
    expect((await changes())[0]).toMatchObject({ kind: "memberRenamed" });
  });

  test("is for the course's staff: a roster of one course says nothing of another's", async () => {
    await put(FILE);
    const other = await signIn(await createCourse("other"));
    expect(Roster.parse(await (await other.send(paths.roster("other"))).json()).rows).toEqual([]);
    expect((await makeBrowser().send(paths.roster(COURSE))).status).toBe(404);
    const { results } = await env.DB.prepare("SELECT DISTINCT course FROM roster").all();
    expect(results).toEqual([{ course: COURSE }]);
  });
});
