import { beforeEach, describe, expect, test } from "vitest";
import { GradeConflict, ProposalsAccepted } from "../../shared/api/grading/give-grades.ts";
import { Standing } from "../../shared/api/grading/part-grade.ts";
import { paths } from "../../shared/api/paths.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import {
  gradeOf,
  handInNumber,
  handleOf,
  putGrade,
  readAudit,
  readGradebook,
  readPart,
  readStudent,
  saveGrade,
} from "./grading.ts";
import {
  type Class,
  COURSE,
  handIn,
  LONG_AGO,
  makeClass,
  receiptOf,
  save,
  setDue,
  textOf,
} from "./homework.ts";
import { refusal } from "./lab.ts";

let school: Class;
let handle: string;
beforeEach(async () => {
  school = await makeClass();
  await handInNumber(school.student, "64");
  handle = await handleOf(school, school.student);
});

async function standing(of = handle) {
  const { parts, ...rest } = await readStudent(school.instructor, of);
  return { ...rest, grade: parts[0]?.grade ?? null, proposal: parts[0]?.proposal ?? null };
}

describe("a grade", () => {
  test("is put by a person: until then the lab only proposes one, and nothing counts", async () => {
    expect(await standing()).toMatchObject({ grade: null, earned: null, proposal: { score: 2 } });
    const { grade, earned } = await saveGrade(school.instructor, { handle, comment: " Right. " });
    expect(grade).toMatchObject({
      ...{ revision: 1, score: 2, points: 2, comment: "Right.", version: 1, submission: 1, outdated: false },
      ...{ gradedBy: "instructor", items: [{ id: "pixels", points: 2, ticked: true }] },
    });
    expect(earned).toBe(2);
    expect(await standing()).toMatchObject({ grade, earned: 2, total: 2 });
  });

  test("is added up of ticked items and an adjustment", async () => {
    const part = "1f";
    const put = { handle, part, ticked: ["trained", "explains"], adjustment: -0.75 };
    expect((await saveGrade(school.instructor, put)).grade?.score).toBe(3.25);
  });

  test("that is put over one that someone else changed is refused with what stands, and stores nothing", async () => {
    await saveGrade(school.instructor, { handle });
    const refused = await putGrade(school.instructor, { handle, ticked: [], comment: "Hm." });
    expect(refused.status).toBe(409);
    const { error, stands } = GradeConflict.parse(await refused.json());
    expect(error).toMatchObject({ reason: "conflict", field: "base" });
    expect(stands).toMatchObject({ revision: 1, score: 2 });
    expect((await standing()).grade).toEqual(stands);
    const over = await saveGrade(school.instructor, { handle, base: 1, ticked: [], comment: "Hm." });
    expect(over.grade).toMatchObject({ revision: 2, score: 0 });
  });

  test("put by two at once is one's, and the other is told", async () => {
    const answers = await Promise.all([
      putGrade(school.instructor, { handle, comment: "One." }),
      putGrade(school.instructor, { handle, comment: "Other." }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await readAudit(school.instructor)).map(({ change }) => change.kind)).toEqual(["gradeChanged"]);
  });

  test("that is sent again after its response was lost is the same, and is in the log once", async () => {
    const first = await saveGrade(school.instructor, { handle });
    expect(await saveGrade(school.instructor, { handle })).toEqual(first);
    expect(await readAudit(school.instructor)).toHaveLength(1);
  });

  test("may be taken back, which leaves the part ungraded; who did not see that it came and went may grade", async () => {
    await saveGrade(school.instructor, { handle });
    const stale = await school.instructor.remove(`${paths.grade(COURSE, handle, "1a")}?base=7`);
    expect(stale.status).toBe(409);
    const gone = await school.instructor.remove(`${paths.grade(COURSE, handle, "1a")}?base=1`);
    expect(await gone.json()).toEqual({ grade: null, earned: null, total: null });
    expect((await saveGrade(school.instructor, { handle, base: 0 })).grade?.revision).toBe(3);
    expect(
      (await readAudit(school.instructor)).map(({ actor, change }) => ({ actor, ...change })),
    ).toMatchObject([
      { actor: "instructor", kind: "gradeChanged", part: "1a", from: null, to: 2 },
      { from: 2, to: null },
      { from: null, to: 2 },
    ]);
  });

  test("that someone graded, took back and graded again is not put over by who saw the first", async () => {
    await saveGrade(school.instructor, { handle });
    await school.instructor.remove(`${paths.grade(COURSE, handle, "1a")}?base=1`);
    await saveGrade(school.instructor, { handle, comment: "Newer." });
    expect((await putGrade(school.instructor, { handle, base: 1 })).status).toBe(409);
  });

  test("stays with its submission: a later one marks it, and is graded by whoever looks at it", async () => {
    await saveGrade(school.instructor, { handle });
    await handInNumber(school.student, "65", 1);
    expect(await standing()).toMatchObject({
      submission: { number: 2, of: 2, pinned: false },
      grade: { submission: 1, outdated: true, score: 2 },
      proposal: { score: 0, because: [{ found: "wrong" }] },
    });
    const again = await saveGrade(school.instructor, { handle, base: 1, submission: 2, ticked: [] });
    expect(again.grade).toMatchObject({ submission: 2, outdated: false });
  });

  test("of a student who handed in nothing may be put, until something is handed in", async () => {
    const other = await handleOf(school, school.other);
    const zero = { handle: other, submission: null, ticked: [] };
    expect((await saveGrade(school.instructor, zero)).grade).toMatchObject({ score: 0, submission: null });
    await handInNumber(school.other, "64");
    expect((await standing(other)).grade?.outdated).toBe(true);
    const refused = await refusal(
      await putGrade(school.instructor, { ...zero, base: 1, comment: "Nothing." }),
    );
    expect(refused).toMatchObject({ status: 409, field: "submission" });
  });

  test("keeps the rubric and the points of its version; a new one is given by the newest version alone", async () => {
    await saveGrade(school.instructor, { handle });
    const problems = BUILT_IN_HOMEWORK.problems.map((problem) => ({
      ...problem,
      parts: problem.parts.map((part) => ({
        ...part,
        points: 9,
        rubric: [{ id: "new", label: "New", points: 9 }],
      })),
    }));
    await school.instructor.put(paths.assignment(COURSE), {
      assignment: { ...BUILT_IN_HOMEWORK, problems },
      base: 1,
    });
    expect((await standing()).grade).toMatchObject({
      version: 1,
      score: 2,
      points: 2,
      items: [{ id: "pixels" }],
    });
    const old = await putGrade(school.instructor, { handle, base: 1, comment: "More." });
    expect(GradeConflict.parse(await old.json())).toMatchObject({
      error: { field: "version" },
      stands: { score: 2 },
    });
    const next = await saveGrade(school.instructor, { handle, base: 1, version: 2, ticked: ["new"] });
    expect(next.grade).toMatchObject({ version: 2, score: 9, points: 9, submission: 1 });
  });

  test("is refused with what the part does not have, and with what is no grade", async () => {
    const bad = [
      [{ ticked: ["trained"] }, 400, "ticked"],
      [{ submission: 7 }, 409, "submission"],
      [{ adjustment: 0.125 }, 400, "adjustment"],
      [{ score: 2 }, 400, "score"],
      [{ base: -1 }, 400, "base"],
    ] as const;
    for (const [changes, status, field] of bad) {
      const body = { ...gradeOf(), ...changes };
      const refused = await refusal(await school.instructor.put(paths.grade(COURSE, handle, "1a"), body));
      expect(refused).toMatchObject({ status, field });
    }
    expect((await standing()).grade).toBeNull();
  });

  test("is refused of a part and of a student that are not there", async () => {
    expect((await putGrade(school.instructor, { handle, part: "9z" })).status).toBe(404);
    expect((await putGrade(school.instructor, { handle: "0123456789abcdef" })).status).toBe(404);
  });
});

describe("proposals that are accepted at once", () => {
  const accept = async (students: readonly object[], version = 1) =>
    await school.instructor.post(paths.acceptProposals(COURSE, "1a"), { version, students });

  test("become the grades of those who have none, each in the log", async () => {
    await handInNumber(school.other, "8");
    const other = await handleOf(school, school.other);
    const answer = await accept([
      { handle, submission: 1, score: 2 },
      { handle: other, submission: 1, score: 0 },
    ]);
    expect(ProposalsAccepted.parse(await answer.json())).toEqual({ accepted: [handle, other], leftOut: [] });
    expect((await standing()).grade).toMatchObject({ score: 2, items: [{ ticked: true }] });
    expect((await standing(other)).grade).toMatchObject({ score: 0, items: [{ ticked: false }] });
    expect((await readAudit(school.instructor)).map(({ change }) => change)).toMatchObject([
      { kind: "gradeChanged", from: null, to: 0 },
      { kind: "gradeChanged", who: school.student.membership.member.pseudonym, from: null, to: 2 },
    ]);
  });

  test("by two at once are put once", async () => {
    const student = { handle, submission: 1, score: 2 };
    const answers = await Promise.all([accept([student]), accept([student]), accept([student])]);
    const outcomes = await Promise.all(
      answers.map(async (answer) => ProposalsAccepted.parse(await answer.json())),
    );
    expect(outcomes.flatMap(({ accepted }) => accepted)).toEqual([handle]);
    expect((await standing()).grade?.revision).toBe(1);
    expect(await readAudit(school.instructor)).toHaveLength(1);
  });

  test("are 0 for who handed in nothing, and for no one who did", async () => {
    const other = await handleOf(school, school.other);
    const nothing = { handle: other, submission: null, score: 0 };
    await accept([nothing, { handle, submission: null, score: 0 }]);
    expect((await standing(other)).grade).toMatchObject({ score: 0, submission: null, outdated: false });
    expect((await standing()).grade).toBeNull();
  });

  test("leave out who has a grade, another submission or another proposal by now, and who is nobody", async () => {
    await handInNumber(school.other, "64");
    const other = await handleOf(school, school.other);
    await saveGrade(school.instructor, { handle, ticked: [], comment: "By hand." });
    const students = [
      { handle, submission: 1, score: 2 },
      { handle: other, submission: 2, score: 2 },
      { handle: other, submission: 1, score: 1 },
      { handle: "0123456789abcdef", submission: 1, score: 2 },
    ];
    const { accepted, leftOut } = ProposalsAccepted.parse(await (await accept(students)).json());
    expect([accepted, leftOut]).toEqual([[], students.map((one) => one.handle)]);
    expect((await standing()).grade).toMatchObject({ comment: "By hand.", revision: 1 });
    expect((await accept(students, 2)).status).toBe(409);
  });
});

describe("a student's late penalty", () => {
  const put = (base: number, override: object | null) =>
    school.instructor.put(paths.latePenalty(COURSE, handle), { base, override });

  test("follows from the schedule as it is now, whatever it was when the work came in", async () => {
    await saveGrade(school.instructor, { handle });
    const rule = { graceMinutes: 0, percentADay: 10, cutOffHours: null };
    await setDue(school.instructor, LONG_AGO);
    const dueAt = new Date(Date.now() - 36 * 3_600_000).toISOString();
    await school.instructor.put(paths.schedule(COURSE), { base: 1, dueAt, zone: "UTC", rule });
    expect(await standing()).toMatchObject({ late: { days: 2, percent: 20 }, earned: 2, total: 1.6 });
    await setDue(school.instructor, null);
    expect(await standing()).toMatchObject({ late: { days: 0, percent: 0 }, total: 2 });
  });

  test("may be set with a reason, and is the schedule's again when that is taken away", async () => {
    await saveGrade(school.instructor, { handle });
    const set = await put(0, { percent: 50, reason: " Agreed by mail. " });
    expect(Standing.parse(await set.json())).toMatchObject({
      revision: 1,
      late: { percent: 0, override: { percent: 50, reason: "Agreed by mail.", by: "instructor" } },
      total: 1,
    });
    expect(await readGradebook(school.instructor)).toMatchObject({
      students: {
        overridden: expect.arrayContaining([true, false]),
        total: expect.arrayContaining([1, null]),
      },
    });
    expect((await put(0, { percent: 10, reason: "Mine." })).status).toBe(409);
    expect(Standing.parse(await (await put(1, null)).json())).toMatchObject({
      late: { override: null },
      total: 2,
    });
    expect((await readAudit(school.instructor)).map(({ change }) => change)).toMatchObject([
      { kind: "latePenaltyChanged", percent: null },
      { kind: "latePenaltyChanged", percent: 50, reason: "Agreed by mail." },
      { kind: "gradeChanged" },
    ]);
  });

  test("wants a reason, and a percent", async () => {
    for (const override of [{ percent: 10, reason: " " }, { percent: 101, reason: "Why." }, { percent: 10 }])
      expect((await put(0, override)).status).toBe(400);
  });
});

describe("the submission that is graded", () => {
  const pin = (base: number, number: number | null) =>
    school.instructor.put(paths.gradedSubmission(COURSE, handle), { base, number });

  test("is the newest, unless the staff pins another", async () => {
    await saveGrade(school.instructor, { handle });
    await handInNumber(school.student, "65", 1);
    const pinned = Standing.parse(await (await pin(0, 1)).json());
    expect(pinned).toMatchObject({ revision: 1, submission: { number: 1, of: 2, pinned: true } });
    expect(await standing()).toMatchObject({ grade: { outdated: false }, proposal: { score: 2 } });
    expect((await pin(0, 2)).status).toBe(409);
    expect((await pin(1, 3)).status).toBe(404);
    expect(Standing.parse(await (await pin(1, null)).json())).toMatchObject({ submission: { number: 2 } });
    expect((await readAudit(school.instructor)).map(({ change }) => change)).toMatchObject([
      { kind: "gradedSubmissionChanged", number: null },
      { kind: "gradedSubmissionChanged", number: 1 },
      { kind: "gradeChanged" },
    ]);
  });
});

test("comments are kept to be used again, of one part or of any, and can be deleted", async () => {
  const { instructor } = school;
  const add = async (part: string | null, text: string) =>
    await (await instructor.post(paths.reusedComments(COURSE), { part, text })).json();
  const [any, of] = [await add(null, "Say why."), await add("1f", "Name the bend.")];
  expect(any).toMatchObject({ part: null, text: "Say why.", by: "instructor" });
  const listed = async (part: string) =>
    (await readPart(instructor, part, [handle])).comments.map(({ text }) => text).sort();
  expect([await listed("1a"), await listed("1f")]).toEqual([["Say why."], ["Name the bend.", "Say why."]]);
  expect((await instructor.remove(paths.reusedComment(COURSE, String(Object(of).id)))).status).toBe(204);
  expect(await listed("1f")).toEqual(["Say why."]);
  expect((await instructor.post(paths.reusedComments(COURSE), { part: null, text: " " })).status).toBe(400);
});

test("a part is graded by what was handed in of it, with the runs that its plots draw, and of nothing else", async () => {
  await save(school.student, "1g-text", textOf("It stays high."));
  await save(school.student, "1f-text", textOf("It falls."));
  await save(school.student, "cover", { kind: "cover", firstName: "Ada", lastName: "Löwe", honour: true });
  await receiptOf(handIn(school.student));
  const view = await readPart(school.instructor, "1g", [handle, "0123456789abcdef"]);
  expect(view).toMatchObject({ id: "1g", problem: { number: 1 }, version: 1, hidden: false });
  expect(view.part.rubric?.map(({ id }) => id)).toEqual(["plot", "observes", "explains", "compares"]);
  expect(view.students).toHaveLength(1);
  const work = view.students[0]?.work;
  expect(work?.answers).toEqual([{ cell: "1g-text", answer: textOf("It stays high.") }]);
  expect(work?.cells.map(({ id }) => id)).toEqual(["1g-plot", "1g-text"]);
  const { instructor } = school;
  const many = Array.from({ length: 11 }, () => handle).join(",");
  for (const students of ["", many])
    expect((await instructor.send(`${paths.gradebookPart(COURSE, "1g")}?students=${students}`)).status).toBe(
      400,
    );
});
