import { beforeEach, describe, expect, test } from "vitest";
import { AnsweredCells, SubmissionView, VersionList, VersionView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import type { Assignment } from "../../shared/assignment/assignment.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { type Class, COURSE, handIn, makeClass, readAnswers, receiptOf, save, textOf } from "./homework.ts";
import { refusal } from "./lab.ts";

let school: Class;
beforeEach(async () => {
  school = await makeClass();
});

const titled = (title: string): Assignment => ({ ...BUILT_IN_HOMEWORK, title });
const put = (assignment: Assignment, base: number) =>
  school.instructor.put(paths.assignment(COURSE), { assignment, base });
async function list() {
  return VersionList.parse(await (await school.instructor.send(paths.versions(COURSE))).json()).versions;
}
async function read(version: number) {
  const answer = await school.instructor.send(paths.version(COURSE, String(version)));
  return VersionView.parse(await answer.json());
}

describe("the versions of a homework", () => {
  test("begin with the built-in one", async () => {
    expect(await list()).toEqual([{ version: 1, at: null, by: null, summary: "", submissions: 0 }]);
    expect(await read(1)).toEqual({ assignment: BUILT_IN_HOMEWORK, version: 1 });
  });

  test("say when and by whom each was put, what changed in it, and how often it was handed in", async () => {
    await receiptOf(handIn(school.student));
    await put(titled("Ours"), 1);
    await put({ ...titled("Ours"), problems: BUILT_IN_HOMEWORK.problems.slice(0, 2) }, 2);
    await receiptOf(handIn(school.student));
    await receiptOf(handIn(school.other));
    const versions = await list();
    expect(versions).toMatchObject([
      { version: 3, by: "instructor", summary: "removed Problem 3", submissions: 2 },
      { version: 2, by: "instructor", summary: "title", submissions: 0 },
      { version: 1, by: null, at: null, submissions: 1 },
    ]);
    expect(versions[0]?.at).toMatch(/^20.*Z$/);
  });

  test("can each be read, as they were", async () => {
    await put(titled("Ours"), 1);
    await put(titled("Ours, again"), 2);
    expect([await read(1), await read(2), await read(3)].map(({ assignment }) => assignment.title)).toEqual([
      BUILT_IN_HOMEWORK.title,
      "Ours",
      "Ours, again",
    ]);
  });

  test.each(["0", "4", "2.5", "-1", "new", "99999999999"])("have no version %s", async (version) => {
    const answer = await school.instructor.send(paths.version(COURSE, version));
    expect(await refusal(answer)).toMatchObject({ status: 404 });
  });
});

test("work handed in stays as its version had it, and answers whose cell is there still count in the next", async () => {
  await save(school.student, "1f-text", textOf("It falls."));
  await save(school.student, "3d-text", textOf("Dropout."));
  const first = await receiptOf(handIn(school.student));
  await put({ ...titled("Ours"), problems: BUILT_IN_HOMEWORK.problems.slice(0, 2) }, 1);
  const second = await receiptOf(handIn(school.student));
  const cellsOf = async (id: string) => {
    const answer = await school.student.send(paths.submission(COURSE, id));
    const { content } = SubmissionView.parse(await answer.json());
    return [content.version, content.assignment.title, content.answers.map(({ cell }) => cell)];
  };
  expect(await cellsOf(first.id)).toEqual([1, BUILT_IN_HOMEWORK.title, ["1f-text", "3d-text"]]);
  expect(await cellsOf(second.id)).toEqual([2, "Ours", ["1f-text"]]);
  expect((await readAnswers(school.student)).map(({ cell }) => cell)).toEqual(["1f-text", "3d-text"]);
});

test("the staff is told how many students answered each cell, cells of earlier versions among them", async () => {
  await save(school.student, "1f-text", textOf("It falls."));
  await save(school.other, "1f-text", textOf("It falls and falls."));
  await save(school.student, "3d-text", textOf("Dropout."));
  await save(school.other, "3d-text", textOf(""));
  await save(school.instructor, "1a-number", { kind: "number", text: "64" });
  await put({ ...titled("Ours"), problems: BUILT_IN_HOMEWORK.problems.slice(0, 2) }, 1);
  const answer = await school.instructor.send(paths.answered(COURSE));
  expect(AnsweredCells.parse(await answer.json()).cells).toEqual([
    { cell: "1f-text", students: 2 },
    { cell: "3d-text", students: 1 },
  ]);
});
