import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test, vi } from "vitest";
import * as z from "zod/mini";
import { RegradeRequestList } from "../../shared/api/grading/regrades.ts";
import { paths } from "../../shared/api/paths.ts";
import {
  handInNumber,
  handleOf,
  putGrade,
  readGradebook,
  readPart,
  readStudent,
  release,
  saveGrade,
  setBook,
} from "./grading.ts";
import {
  attemptOf,
  type Class,
  COURSE,
  handIn,
  makeClass,
  receiptOf,
  runAnswer,
  save,
  sendRun,
  textOf,
} from "./homework.ts";
import { join } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

const trained = trainRun(problem1(5, { epochs: 2 }));
let school: Class;
beforeEach(async () => {
  school = await makeClass();
});

describe("the overview", () => {
  test("has a column for everything, and the lab's proposals beside the grades that people gave", async () => {
    const { instructor, student, other, course } = school;
    await join(course);
    await handInNumber(student, "64");
    await handInNumber(other, "63");
    const handle = await handleOf(school, student);
    await saveGrade(instructor, { handle });
    await handInNumber(student, "64.0", 1);
    await saveGrade(instructor, { handle, part: "1b", submission: 2, ticked: [] });
    const book = await readGradebook(instructor);
    expect(book).toMatchObject({ version: 1, points: 100, hidden: false, settings: { revision: 0 } });
    expect(book.parts).toHaveLength(15);
    const at = (browser: Class["student"]) =>
      book.students.who?.pseudonym.indexOf(browser.membership.member.pseudonym) ?? -1;
    const [mine, theirs] = [at(student), at(other)];
    const absent = [0, 1, 2].find((i) => i !== mine && i !== theirs) ?? -1;
    const order = [mine, theirs, absent];
    const { students, scores, proposals } = book;
    expect(order.map((i) => [students.submission[i], students.submissions[i]])).toEqual([
      [2, 2],
      [1, 1],
      [null, 0],
    ]);
    expect(order.map((i) => students.graded[i])).toEqual([
      "210000000000000",
      "000000000000000",
      "000000000000000",
    ]);
    expect(order.map((i) => [scores[0]?.[i], scores[1]?.[i]])).toEqual([
      [2, 0],
      [null, null],
      [null, null],
    ]);
    expect(order.map((i) => proposals[0]?.[i])).toEqual([2, 0, null]);
    expect(order.map((i) => [students.earned[i], students.total[i], students.requests[i]])).toEqual([
      [2, 2, 0],
      [null, null, 0],
      [null, null, 0],
    ]);
  });

  test("takes at most five statements for a class of a thousand, and so does every page of it", async () => {
    const { instructor, student } = school;
    await handInNumber(student, "64");
    const handle = await handleOf(school, student);
    await saveGrade(instructor, { handle });
    await fillClass(1_000);
    await setBook(school, { columnHeader: "Autoencoders (7)" });
    const prepared = vi.spyOn(Object.getPrototypeOf(env.DB), "prepare");
    for (const path of [
      paths.gradebook(COURSE),
      `${paths.gradebookPart(COURSE, "1a")}?students=${handle}`,
      paths.gradebookStudent(COURSE, handle),
      paths.gradesFile(COURSE, "canvas"),
      paths.gradesFile(COURSE, "all"),
      paths.regradeRequests(COURSE),
    ]) {
      prepared.mockClear();
      expect((await instructor.send(path)).status).toBe(200);
      expect(prepared.mock.calls.length).toBeGreaterThan(2);
      expect(prepared.mock.calls.length).toBeLessThanOrEqual(5);
    }
    prepared.mockRestore();
    const { students, scores } = await readGradebook(instructor);
    expect(students.handle).toHaveLength(1_002);
    expect(scores.flat().filter((score) => score !== null)).toHaveLength(15_001);
  });
});

test("a submission from before proposals has one where it is read, and counts as any other", async () => {
  const { instructor, student } = school;
  await handInNumber(student, "64");
  await env.DB.prepare("UPDATE submissions SET facts = NULL").run();
  const handle = await handleOf(school, student);
  expect((await readGradebook(instructor)).proposals[0]).toEqual([null, null]);
  expect((await readPart(instructor, "1a", [handle])).students[0]?.proposal).toMatchObject({ score: 2 });
  expect((await saveGrade(instructor, { handle })).grade?.score).toBe(2);
});

test("who joined before there was a gradebook is in it, and nobody else is", async () => {
  await reset();
  await applyD1Migrations(
    env.DB,
    env.MIGRATIONS.filter(({ name }) => name < "0013"),
  );
  await env.DB.batch([
    env.DB.prepare(
      "INSERT INTO courses (course, title, join_code, created_at) VALUES ('old', 'Old', 'CODE1', '')",
    ),
    env.DB.prepare(
      `INSERT INTO members (id, course, role, pseudonym, created_at, erased_at) VALUES ('m1', 'old', 'owner', 'kim', '', NULL),
       ('m2', 'old', 'student', 'otter', '', NULL), ('m3', 'old', 'student', 'gone', '', '2026')`,
    ),
  ]);
  await applyD1Migrations(env.DB, env.MIGRATIONS);
  const { results } = await env.DB.prepare(
    "SELECT member, course, revision, length(handle) AS length FROM grading",
  ).all();
  expect(results).toEqual([{ member: "m2", course: "old", revision: 0, length: 16 }]);
});

/** Students with a grade of every part, as rows: who they are does not matter here. */
async function fillClass(size: number) {
  const N = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${size})`;
  await env.DB.batch([
    env.DB.prepare(
      `INSERT INTO members (id, course, role, pseudonym, name, created_at)
       ${N} SELECT 'seat-' || i, ?1, 'student', 'seat-' || i, 'Seat ' || i, '2026-01-01T00:00:00.000Z' FROM n`,
    ).bind(COURSE),
    env.DB.prepare(
      `INSERT INTO grades (course, member, part, revision, score, points, items, adjustment, comment, version, graded_by, graded_at)
       ${N} SELECT ?1, 'seat-' || i, p.value, 1, 1, 2, '[]', 1, '', 1, (SELECT id FROM members WHERE role = 'owner'), '2026-01-01'
       FROM n, json_each(?2) p`,
    ).bind(
      COURSE,
      JSON.stringify([
        "1a",
        "1b",
        "1c",
        "1d",
        "1e",
        "1f",
        "1g",
        "2a",
        "2b",
        "2c",
        "2d",
        "3a",
        "3b",
        "3c",
        "3d",
      ]),
    ),
  ]);
}

describe("where names are hidden", () => {
  /** All that could say who a student is, in the words of other pages. */
  async function tellingWords(): Promise<readonly string[]> {
    const { results } = await env.DB.prepare(
      `SELECT id, pseudonym, name FROM members WHERE role = 'student' UNION ALL
       SELECT id, received_at, content_hash FROM submissions UNION ALL SELECT id, run_link, received_at FROM runs`,
    ).all();
    return results.flatMap((row) => Object.values(z.record(z.string(), z.string()).parse(row)));
  }

  async function pages(handle: string): Promise<readonly string[]> {
    const { instructor } = school;
    const read = [
      paths.gradebook(COURSE),
      `${paths.gradebookPart(COURSE, "1f")}?students=${handle}`,
      paths.gradebookStudent(COURSE, handle),
      paths.regradeRequests(COURSE),
    ];
    return await Promise.all(read.map(async (path) => (await instructor.send(path)).text()));
  }

  async function doEverything() {
    const { student } = school;
    const run = { id: crypto.randomUUID(), run: trained };
    await sendRun(student, run);
    await save(student, "1f-run", runAnswer([attemptOf([run])]));
    await save(student, "1f-text", textOf("It falls."));
    await save(student, "cover", { kind: "cover", firstName: "Zoë", lastName: "Löwe", honour: true });
    await receiptOf(handIn(student));
    const handle = await handleOf(school, student);
    await saveGrade(school.instructor, { handle, part: "1f", ticked: ["plot"] });
    await release(school);
    await student.post(paths.myRegradeRequests(COURSE), { part: "1f", text: "It is all there." });
    await release(school, false);
    return handle;
  }

  test("no page of the gradebook says who a student is, by name or by anything that another page has", async () => {
    const handle = await doEverything();
    const words = ["Zoë", "Löwe", ...(await tellingWords()).filter((word) => word !== "")];
    const seen = async (of: string) => {
      const text = (await pages(of)).join();
      return words.filter((word) => text.includes(word));
    };
    expect((await seen(handle)).length).toBeGreaterThan(4);
    await setBook(school, { anonymous: true });
    const { students } = await readGradebook(school.instructor);
    const [graded] = students.handle.filter((_, i) => students.submission[i] === 1);
    expect(await seen(graded ?? "")).toEqual([]);
    const work = (await readStudent(school.instructor, graded ?? "")).parts.find(
      ({ id }) => id === "1f",
    )?.work;
    expect(work?.answers).toMatchObject([
      {
        cell: "1f-run",
        answer: { runs: [{ width: 5, verification: { status: "reproduced" }, runLink: null }] },
      },
      { cell: "1f-text", answer: textOf("It falls.") },
    ]);
  });

  test("the weights that plots are drawn with are sent, which say nothing of whose they are", async () => {
    await doEverything();
    await setBook(school, { anonymous: true });
    const { students } = await readGradebook(school.instructor);
    const [graded] = students.handle.filter((_, i) => students.submission[i] === 1);
    const ask = (cell: string) => school.instructor.send(paths.gradedWeights(COURSE, graded ?? "", cell));
    const weights = await ask("1f-run");
    expect(weights.headers.get("Cache-Control")).toBe("private, no-store");
    expect(new Uint8Array(await weights.arrayBuffer())).toEqual(new Uint8Array(trained.weights));
    expect((await ask("3a-run")).status).toBe(404);
    expect((await ask("1f-text")).status).toBe(404);
  });

  test("students have new handles, in whose order they stand, each time names are hidden again", async () => {
    await join(school.course);
    const { students: named } = await readGradebook(school.instructor);
    await setBook(school, { anonymous: true });
    const first = await readGradebook(school.instructor);
    expect(first.students.handle).toEqual(first.students.handle.toSorted());
    expect(first.students.handle.filter((handle) => named.handle.includes(handle))).toEqual([]);
    expect(
      (await putGrade(school.instructor, { handle: named.handle[0] ?? "", submission: null })).status,
    ).toBe(404);
    await setBook(school, { columnHeader: "HW (1)" });
    expect((await readGradebook(school.instructor)).students.handle).toEqual(first.students.handle);
    await release(school);
    const released = await readGradebook(school.instructor);
    expect(released).toMatchObject({ hidden: false, students: { who: { name: ["", "", ""] } } });
    expect(released.students.handle.toSorted()).toEqual(first.students.handle);
    await release(school, false);
    const again = await readGradebook(school.instructor);
    expect(again).toMatchObject({ hidden: true, students: { who: null } });
    expect(again.students.handle.filter((handle) => first.students.handle.includes(handle))).toEqual([]);
  });

  test("who asked for a regrade is hidden, too, and no file is made", async () => {
    await doEverything();
    await setBook(school, { anonymous: true });
    const list = await (await school.instructor.send(paths.regradeRequests(COURSE))).json();
    expect(RegradeRequestList.parse(list).requests).toMatchObject([{ who: null, text: "It is all there." }]);
    for (const file of ["canvas", "all"])
      expect((await school.instructor.send(paths.gradesFile(COURSE, file))).status).toBe(409);
  });

  test("settings that someone else changed meanwhile are not put over", async () => {
    await setBook(school, { anonymous: true });
    const body = { base: 0, anonymous: false, columnHeader: "Mine (1)" };
    expect((await school.instructor.put(paths.gradebookSettings(COURSE), body)).status).toBe(409);
    expect(await readGradebook(school.instructor)).toMatchObject({
      settings: { revision: 1, anonymous: true, columnHeader: null },
    });
  });
});

test("a student who is erased is gone from the gradebook at once", async () => {
  await handInNumber(school.student, "64");
  const handle = await handleOf(school, school.student);
  await saveGrade(school.instructor, { handle });
  const { pseudonym } = school.student.membership.member;
  await school.student.post(paths.erasure(COURSE), { pseudonym });
  const { students } = await readGradebook(school.instructor);
  expect(students.who?.pseudonym).toEqual([school.other.membership.member.pseudonym]);
  expect((await school.instructor.send(paths.gradebookStudent(COURSE, handle))).status).toBe(404);
  expect((await readPart(school.instructor, "1a", [handle])).students).toEqual([]);
});
