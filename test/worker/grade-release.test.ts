import { beforeEach, describe, expect, test } from "vitest";
import { ExportPage } from "../../shared/api/export.ts";
import { MyRegradeRequest, RegradeRequest, RegradeRequestList } from "../../shared/api/grading/regrades.ts";
import { paths } from "../../shared/api/paths.ts";
import {
  handInNumber,
  handleOf,
  readAudit,
  readGradebook,
  readMyGrade,
  readStudent,
  release,
  saveGrade,
} from "./grading.ts";
import { type Class, COURSE, makeClass } from "./homework.ts";
import { type Browser, refusal } from "./lab.ts";

let school: Class;
let handle: string;
beforeEach(async () => {
  school = await makeClass();
  await handInNumber(school.student, "64");
  handle = await handleOf(school, school.student);
  await saveGrade(school.instructor, { handle, comment: "Right." });
  const override = { percent: 50, reason: "Agreed by mail." };
  await school.instructor.put(paths.latePenalty(COURSE, handle), { base: 0, override });
});

describe("a student's own grade", () => {
  test("is there once grades are released, with ticks, comment, late penalty and total, and not who graded", async () => {
    expect(await readMyGrade(school.student)).toEqual({ released: false });
    await release(school);
    const mine = await readMyGrade(school.student);
    expect(mine).toMatchObject({
      ...{ released: true, title: "Autoencoders", points: 100, earned: 2, total: 1, requests: [] },
      submission: { number: 1 },
      late: { days: 0, percent: 0, override: { percent: 50, reason: "Agreed by mail." } },
    });
    if (!mine.released) throw new Error("the grades are released");
    expect(mine.parts).toHaveLength(15);
    expect(mine.parts[0]).toMatchObject({
      ...{ id: "1a", problem: 1, letter: "a", points: 2 },
      grade: {
        ...{ score: 2, points: 2, comment: "Right.", adjustment: 0, submission: 1 },
        items: [{ id: "pixels", label: expect.any(String), points: 2, ticked: true }],
      },
    });
    expect(mine.parts[1]?.grade).toBeNull();
    expect(JSON.stringify(mine)).not.toContain("instructor");
    expect(await readMyGrade(school.other)).toMatchObject({ released: true, submission: null, total: null });
  });

  test("is gone again when the grades are taken back, and each change is in the log", async () => {
    await release(school);
    await release(school, false);
    expect(await readMyGrade(school.student)).toEqual({ released: false });
    expect((await readAudit(school.instructor)).slice(0, 2).map(({ change }) => change)).toEqual([
      { kind: "gradesReleased", released: false },
      { kind: "gradesReleased", released: true },
    ]);
    const stale = await school.instructor.put(paths.release(COURSE), { base: 0, released: true });
    expect(stale.status).toBe(409);
  });

  test("is in the student's own file once it is released, not before, and never with who gave it", async () => {
    const file = async (table: string) =>
      ExportPage.parse(await (await school.student.send(paths.mine(COURSE, table))).json()).rows;
    const tables = async () => [await file("grades"), await file("grading"), await file("audit")];
    expect(await tables()).toEqual([[], [], []]);
    await release(school);
    expect(await tables()).toMatchObject([
      [{ part: "1a", score: 2, comment: "Right.", items: [{ id: "pixels", ticked: true }] }],
      [{ latePercent: 50, lateReason: "Agreed by mail." }],
      [],
    ]);
    expect(JSON.stringify(await tables())).not.toContain("instructor");
  });
});

const ask = (browser: Browser, part = "1a", text = "Please look again.") =>
  browser.post(paths.myRegradeRequests(COURSE), { part, text });

describe("a regrade request", () => {
  test("is asked after release, of a part that is graded, and once until it is answered", async () => {
    expect(await refusal(await ask(school.student))).toMatchObject({ status: 409 });
    await release(school);
    expect(await refusal(await ask(school.student, "1b"))).toMatchObject({ status: 409, field: "part" });
    const asked = MyRegradeRequest.parse(await (await ask(school.student)).json());
    expect(asked).toMatchObject({ part: "1a", text: "Please look again.", answer: null });
    expect(await refusal(await ask(school.student))).toMatchObject({ status: 409, field: "part" });
    expect(await readMyGrade(school.student)).toMatchObject({ requests: [asked] });
    expect((await readGradebook(school.instructor)).students.requests.toSorted()).toEqual([0, 1]);
  });

  test("is answered by the staff, once for two who answer at once, and the student reads it", async () => {
    await release(school);
    const { id } = MyRegradeRequest.parse(await (await ask(school.student)).json());
    const answer = (base: number, text: string) =>
      school.instructor.put(paths.regradeRequest(COURSE, id), { base, text });
    const answered = RegradeRequest.parse(await (await answer(0, "It stands.")).json());
    expect(answered).toMatchObject({ revision: 1, handle, answer: { text: "It stands.", by: "instructor" } });
    expect((await answer(0, "It does not.")).status).toBe(409);
    expect(RegradeRequest.parse(await (await answer(0, "It stands.")).json())).toEqual(answered);
    const list = await (await school.instructor.send(paths.regradeRequests(COURSE))).json();
    expect(RegradeRequestList.parse(list).requests).toEqual([answered]);
    expect((await readStudent(school.instructor, handle)).requests).toEqual([answered]);
    expect(await readMyGrade(school.student)).toMatchObject({
      requests: [{ answer: { text: "It stands." } }],
    });
    expect((await readAudit(school.instructor))[0]?.change).toMatchObject({
      kind: "regradeAnswered",
      part: "1a",
    });
    expect((await ask(school.student, "1a", "And now?")).status).toBe(201);
  });
});
