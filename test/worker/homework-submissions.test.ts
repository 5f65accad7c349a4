import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { Receipt, ReceiptList, SubmissionView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { forStudents } from "../../shared/assignment/for-students.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { canonicalJson, sha256Hex } from "../../shared/spec/identity.ts";
import {
  attemptOf,
  type Class,
  COURSE,
  countHomework,
  handIn,
  LONG_AGO,
  makeClass,
  receiptOf,
  runAnswer,
  save,
  sendRun,
  setDue,
  textOf,
} from "./homework.ts";
import { type Browser, createCourse, join, makeBrowser, refusal, signIn } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

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

async function listSubmissions(browser: Browser, course = COURSE): Promise<readonly Receipt[]> {
  return ReceiptList.parse(await (await browser.send(paths.submissions(course))).json()).submissions;
}

/** Two runs that were trained and sent, as one attempt of 1 (f). */
async function answerWithRuns() {
  const runs = [
    { id: crypto.randomUUID(), run: small },
    { id: crypto.randomUUID(), run: large },
  ];
  const sent = [];
  for (const run of runs) sent.push(StoredRun.parse(await (await sendRun(student, run)).json()));
  await save(student, "1f-run", runAnswer([attemptOf(runs)]));
  return { runs, sent };
}

describe("handing in", () => {
  test("gives a receipt with the server's time and the hash of what was handed in", async () => {
    await save(student, "1f-text", textOf("It falls."));
    const answer = await handIn(student, { id });
    expect(answer.status).toBe(201);
    const receipt = Receipt.parse(await answer.json());
    const { pseudonym } = school.student.membership.member;
    expect(receipt).toMatchObject({ id, number: 1, version: 1, dueAt: null, late: false, pseudonym });
    const bytes = await env.BYTES.get(receipt.contentHash, "arrayBuffer");
    expect(sha256Hex(new Uint8Array(bytes ?? new ArrayBuffer(0)))).toBe(receipt.contentHash);
    const { content } = await readSubmission(student, id);
    expect(sha256Hex(new TextEncoder().encode(canonicalJson(content)))).toBe(receipt.contentHash);
  });

  test("keeps the homework, the answers, and the runs that count with the server's own numbers", async () => {
    const { runs, sent } = await answerWithRuns();
    await save(student, "1f-text", textOf("It falls."));
    await handIn(student, { id });
    const { content, receipt } = await readSubmission(student, id);
    expect(content.assignment).toEqual(forStudents(BUILT_IN_HOMEWORK));
    expect(content.answers.map(({ cell, revision }) => [cell, revision])).toEqual([
      ["1f-run", 1],
      ["1f-text", 1],
    ]);
    expect(content.answers[1]?.answer).toEqual(textOf("It falls."));
    expect(content.runs).toEqual(
      runs.map(({ id: run, run: { upload } }, i) => ({
        id: run,
        metrics: upload.metrics,
        verification: { status: "reproduced" },
        runLink: sent[i]?.runLink,
      })),
    );
    expect((await readSubmission(school.instructor, id)).receipt).toEqual(receipt);
  });

  test("is not changed by what the student writes afterwards", async () => {
    const revision = await save(student, "1f-text", textOf("It falls."));
    await handIn(student, { id });
    const before = await readSubmission(student, id);
    await save(student, "1f-text", textOf("It rises."), revision);
    expect(await readSubmission(student, id)).toEqual(before);
  });

  test("sent again after its response was lost gives the same receipt, whatever was written since", async () => {
    const revision = await save(student, "1f-text", textOf("It falls."));
    const first = await receiptOf(handIn(student, { id }));
    await save(student, "1f-text", textOf("It rises."), revision);
    await setDue(school.instructor, LONG_AGO);
    const again = await handIn(student, { id, revisions: { "1f-text": 1 } });
    expect(again.status).toBe(200);
    const { id: sent, number, version, receivedAt, contentHash } = first;
    expect(await again.json()).toMatchObject({ id: sent, number, version, receivedAt, contentHash });
    expect((await countHomework()).submissions).toBe(1);
  });

  test("five times at once under one id is one submission, and every receipt is the same", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => handIn(student, { id })));
    const receipts = await Promise.all(answers.map((answer) => receiptOf(answer)));
    for (const receipt of receipts) expect(receipt).toEqual(receipts[0]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await countHomework()).toMatchObject({ submissions: 1, keys: 1 });
  });

  test("again and again counts up for each student, newest first in the list", async () => {
    const receipts = await Promise.all(Array.from({ length: 4 }, () => receiptOf(handIn(student))));
    expect(receipts.map(({ number }) => number).sort()).toEqual([1, 2, 3, 4]);
    const theirs = await receiptOf(handIn(school.other));
    expect(theirs.number).toBe(1);
    expect((await listSubmissions(student)).map(({ number }) => number)).toEqual([4, 3, 2, 1]);
    expect(await listSubmissions(school.other)).toEqual([theirs]);
    expect(await listSubmissions(school.instructor)).toHaveLength(5);
    expect(await listSubmissions(await signIn(await createCourse("other")), "other")).toEqual([]);
  });

  test("the same again is not written to KV again, which takes one write a second for a key", async () => {
    const { contentHash } = await receiptOf(handIn(student));
    await env.BYTES.delete(contentHash);
    await handIn(student);
    expect(await countHomework()).toMatchObject({ submissions: 2, keys: 0 });
  });

  test("is for an instructor who tries the homework, too", async () => {
    await save(school.instructor, "1f-text", textOf("It falls."));
    expect(await receiptOf(handIn(school.instructor))).toMatchObject({ number: 1, pseudonym: "instructor" });
  });
});

describe("what was not seen is not handed in:", () => {
  async function expectRefused(answer: Promise<Response>, field: string, message: string) {
    expect(await refusal(await answer)).toEqual({ status: 409, field, message });
    expect(await countHomework()).toMatchObject({ submissions: 0, keys: 0 });
  }

  test("another version of the homework", async () => {
    const assignment = { ...BUILT_IN_HOMEWORK, title: "Ours" };
    await school.instructor.put(paths.assignment(COURSE), { assignment, base: 1, dueAt: null });
    await expectRefused(
      handIn(student, { version: 1 }),
      "version",
      "The homework is at version 2, and you saw version 1. Load the page again, look at what changed, then hand in.",
    );
  });

  test("an answer that changed elsewhere, by its first cell", async () => {
    await save(student, "1a-number", { kind: "number", text: "64" });
    await save(student, "1f-text", textOf("It falls."));
    const second = await save(student, "1f-text", textOf("It falls, then stops."), 1);
    expect(second).toBe(2);
    await expectRefused(
      handIn(student, { revisions: { "1a-number": 1, "1f-text": 1 } }),
      "revisions.1f-text",
      "The answer of 1f-text is at revision 2 on the server, and you saw revision 1. Wait until everything is saved, or load the page again, then hand in.",
    );
  });

  test("an answer that this device has never seen", async () => {
    await save(student, "1f-text", textOf("It falls."));
    await expectRefused(
      handIn(student, { revisions: {} }),
      "revisions.1f-text",
      "The answer of 1f-text is at revision 1 on the server, and you saw revision 0. Wait until everything is saved, or load the page again, then hand in.",
    );
  });

  test("an answer that the server does not have", async () => {
    await expectRefused(
      handIn(student, { revisions: { "1f-text": 1 } }),
      "revisions.1f-text",
      "The answer of 1f-text is at revision 0 on the server, and you saw revision 1. Wait until everything is saved, or load the page again, then hand in.",
    );
  });
});

test("an answer whose cell a newer version has no more is not handed in, and does not stand in the way", async () => {
  await save(student, "3d-text", textOf("Dropout."));
  await save(student, "1f-text", textOf("It falls."));
  const assignment = { ...BUILT_IN_HOMEWORK, problems: BUILT_IN_HOMEWORK.problems.slice(0, 2) };
  await school.instructor.put(paths.assignment(COURSE), { assignment, base: 1, dueAt: null });
  expect((await handIn(student, { revisions: { "1f-text": 1 } })).status).toBe(201);
  expect((await handIn(student, { id })).status).toBe(201);
  const { content } = await readSubmission(student, id);
  expect(content.answers.map(({ cell }) => cell)).toEqual(["1f-text"]);
});

describe("a bad submission is refused, and nothing is stored:", () => {
  test.each([
    ["no JSON", "{", undefined, "expected JSON"],
    ["without a version", { revisions: {} }, "version", "expected a number, got nothing"],
    ["without revisions", { version: 1 }, "revisions", "got nothing"],
    [
      "a revision that is no number",
      { version: 1, revisions: { "1f-text": "1" } },
      "revisions.1f-text",
      '"1"',
    ],
    ["NaN", '{"version":1,"revisions":{"1f-text":NaN}}', undefined, "finite"],
    ["1e999", '{"version":1,"revisions":{"1f-text":1e999}}', "revisions.1f-text", "Infinity"],
    ["a cell that is none", { version: 1, revisions: { "A CELL": 1 } }, "revisions.A CELL", ""],
    ["a field too many", { version: 1, revisions: {}, late: false }, "late", "unknown field"],
  ])("%s", async (_, body, field, message) => {
    const refused = await refusal(await student.put(paths.submission(COURSE, id), body));
    expect(refused).toMatchObject({ status: 400, field });
    expect(refused.message).toContain(message);
    expect(await countHomework()).toMatchObject({ submissions: 0, keys: 0 });
  });

  test("more than 20 KB", async () => {
    const body = `{"version":1,"revisions":{}${" ".repeat(20_000)}}`;
    expect((await student.put(paths.submission(COURSE, id), body)).status).toBe(413);
  });

  test("an id that is no UUID", async () => {
    const refused = await student.put(paths.submission(COURSE, "first"), { version: 1, revisions: {} });
    expect(await refusal(refused)).toMatchObject({ status: 400, field: "id" });
  });

  test("the id of another's submission, in this course or in another", async () => {
    await handIn(school.other, { id });
    const refused = await refusal(await handIn(student, { id }));
    expect(refused).toMatchObject({ status: 409, field: "id" });
    const elsewhere = await join(await createCourse("elsewhere"));
    const body = { version: 1, revisions: {} };
    expect((await elsewhere.put(paths.submission("elsewhere", id), body)).status).toBe(409);
    expect((await countHomework()).submissions).toBe(1);
  });

  test("the work of another member of this browser", async () => {
    const { pseudonym } = school.other.membership.member;
    const body = { version: 1, revisions: {}, pseudonym };
    const refused = await student.put(paths.submission(COURSE, id), body);
    expect(await refusal(refused)).toMatchObject({ status: 403, field: "pseudonym" });
    expect((await countHomework()).submissions).toBe(0);
  });

  test("from a browser that is no member", async () => {
    const stranger = await join(await createCourse("other"));
    for (const browser of [makeBrowser(), stranger]) {
      const answer = await browser.put(paths.submission(COURSE, id), { version: 1, revisions: {} });
      expect(answer.status).toBe(401);
    }
  });
});

test("a submission whose bytes have not come to this part of the network says so", async () => {
  const { contentHash } = await receiptOf(handIn(student, { id }));
  await env.BYTES.delete(contentHash);
  const refused = await refusal(await student.send(paths.submission(COURSE, id)));
  expect(refused.status).toBe(404);
  expect(refused.message).toContain("still on their way");
});
