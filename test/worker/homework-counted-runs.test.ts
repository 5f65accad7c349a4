import { beforeEach, describe, expect, test } from "vitest";
import { SubmissionView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import {
  attemptOf,
  type Class,
  COURSE,
  countHomework,
  handIn,
  makeClass,
  receiptOf,
  runAnswer,
  save,
  sendRun,
} from "./homework.ts";
import { type Browser, createCourse, join, refusal, signIn } from "./lab.ts";
import { problem1, putRun, trainRun } from "./real-run.ts";

const small = trainRun(problem1(5, { epochs: 3 }));
const large = trainRun(problem1(20, { epochs: 3 }));
const id = "5f0e6c1a-7d0b-4c39-8f53-2f1d1c4a9b10";

let school: Class;
let student: Browser;
beforeEach(async () => {
  school = await makeClass();
  student = school.student;
});

async function readSubmission(browser: Browser, submission: string) {
  return SubmissionView.parse(await (await browser.send(paths.submission(COURSE, submission))).json());
}

describe("a run that counts", () => {
  const runs = () => [
    { id: crypto.randomUUID(), run: small },
    { id: crypto.randomUUID(), run: large },
  ];

  test("and has not arrived is waited for, by the part that it belongs to", async () => {
    const [first, second] = runs();
    if (first === undefined || second === undefined) throw new Error("no runs");
    await save(student, "1f-run", runAnswer([attemptOf([first, second])]));
    const both = await refusal(await handIn(student));
    expect(both).toMatchObject({ status: 409, field: "runs" });
    expect(both.message).toMatch(/^Problem 1 Part \(f\): 2 runs have not arrived yet;/);
    await sendRun(student, second);
    expect((await refusal(await handIn(student))).message).toMatch(
      /^Problem 1 Part \(f\): 1 run has not arrived yet;/,
    );
    expect((await countHomework()).submissions).toBe(0);
    await sendRun(student, first);
    expect((await handIn(student)).status).toBe(201);
  });

  test("is one of the newest attempt, or of the one that is pinned", async () => {
    const [first, second] = runs();
    if (first === undefined || second === undefined) throw new Error("no runs");
    const [old, newest] = [attemptOf([first]), attemptOf([second])];
    await sendRun(student, first);
    await save(student, "1f-run", runAnswer([old, newest]));
    expect((await handIn(student)).status).toBe(409);
    await save(student, "1f-run", runAnswer([old, newest], old.id), 1);
    await receiptOf(handIn(student, { id }));
    expect((await readSubmission(student, id)).content.runs.map((run) => run.id)).toEqual([first.id]);
  });

  test("of another member or another course has not arrived", async () => {
    const [first, second] = runs();
    if (first === undefined || second === undefined) throw new Error("no runs");
    await sendRun(school.other, first);
    const { upload, weights } = large;
    const elsewhere = await join(await createCourse("other"));
    await putRun(elsewhere, { course: "other", id: second.id, run: upload, weights });
    await save(student, "1f-run", runAnswer([attemptOf([first, second])]));
    expect((await refusal(await handIn(student))).message).toContain("2 runs have not arrived yet");
  });

  test("must be of the spec that the answer shows", async () => {
    const run = { id: crypto.randomUUID(), run: small };
    await sendRun(student, run);
    await save(student, "1f-run", runAnswer([attemptOf([{ id: run.id, run: large }])]));
    expect(await refusal(await handIn(student))).toEqual({
      status: 409,
      field: "runs",
      message:
        "Problem 1 Part (f): a run is stored with another spec than your answer shows; run this part again.",
    });
  });

  test("and was rejected is handed in as it is", async () => {
    const metrics = { ...small.upload.metrics, testMse: 0.9 * small.upload.metrics.testMse };
    const run = { id: crypto.randomUUID(), run: { ...small, upload: { ...small.upload, metrics } } };
    await sendRun(student, run);
    await save(student, "1f-run", runAnswer([attemptOf([run])]));
    await receiptOf(handIn(student, { id }));
    const [handed] = (await readSubmission(school.instructor, id)).content.runs;
    expect(handed?.verification).toMatchObject({ status: "rejected" });
    expect(handed?.metrics.testMse).toBe(small.upload.metrics.testMse);
  });

  test("in two cells stands in the submission once", async () => {
    const run = { id: crypto.randomUUID(), run: small };
    await sendRun(student, run);
    await save(student, "1e-run", runAnswer([attemptOf([run])]));
    await save(student, "1f-run", runAnswer([attemptOf([run])]));
    await receiptOf(handIn(student, { id }));
    expect((await readSubmission(student, id)).content.runs).toHaveLength(1);
  });

  test("may be one of 120: as many as a homework's cells can hold in one question to the database", async () => {
    const many = Array.from({ length: 24 }, () => ({ id: crypto.randomUUID(), run: small }));
    const cells = ["1e-run", "1f-run", "2c-run", "2d-run", "3a-run"];
    for (const cell of cells) {
      const fresh = many.map(({ run }) => ({ id: crypto.randomUUID(), run }));
      await save(student, cell, runAnswer([attemptOf(fresh)]));
    }
    expect((await refusal(await handIn(student))).message).toContain("24 runs have not arrived yet");
  });
});

test("a run's link is found from another device of its student, and by the course's instructor", async () => {
  const run = { id: crypto.randomUUID(), run: small };
  const sent = StoredRun.parse(await (await sendRun(student, run)).json());
  for (const browser of [student, school.instructor]) {
    const answer = await browser.send(paths.run(COURSE, run.id));
    expect(StoredRun.parse(await answer.json())).toEqual(sent);
  }
  const other = await createCourse("other");
  const foreign = await (await signIn(other)).send(paths.run("other", run.id));
  expect((await refusal(foreign)).status).toBe(404);
});
