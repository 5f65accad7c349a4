import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { Receipt, ReceiptList, SubmissionView } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { canonicalJson, sha256Hex } from "../../shared/spec/identity.ts";
import {
  attemptOf,
  type Class,
  COURSE,
  countHomework,
  FAR_AHEAD,
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
    expect(content.assignment).toEqual(BUILT_IN_HOMEWORK);
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
    const metrics = { ...small.upload.metrics, testMse: 0.01 };
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

describe("the due date", () => {
  test("stands in the receipt, and until it anyone may hand in again", async () => {
    await setDue(school.instructor, FAR_AHEAD);
    expect(await receiptOf(handIn(student))).toMatchObject({ number: 1, dueAt: FAR_AHEAD, late: false });
    expect(await receiptOf(handIn(student))).toMatchObject({ number: 2, late: false });
  });

  test("refuses afterwards who has handed in, with both days in words", async () => {
    const { receivedAt } = await receiptOf(handIn(student));
    await setDue(school.instructor, "2001-01-02T04:59:00Z");
    const refused = await refusal(await handIn(student));
    expect(refused).toMatchObject({ status: 403, field: "dueAt" });
    const year = receivedAt.slice(0, 4);
    expect(refused.message).toMatch(
      new RegExp(
        `^The homework was due on 2 January 2001 at 04:59 \\(UTC\\)\\. What you handed in on \\d+ \\w+ ${year} at \\d\\d:\\d\\d \\(UTC\\) stands\\. To hand in again, ask your instructor for an extension\\.$`,
      ),
    );
    expect(await countHomework()).toMatchObject({ submissions: 1, keys: 1 });
  });

  test("lets who never handed in do so once, marked late", async () => {
    await setDue(school.instructor, LONG_AGO);
    expect(await receiptOf(handIn(student))).toMatchObject({ number: 1, dueAt: LONG_AGO, late: true });
    expect((await handIn(student)).status).toBe(403);
    expect(await receiptOf(handIn(school.other))).toMatchObject({ number: 1, late: true });
  });

  test("lets one of several late submissions in, also when they come at once", async () => {
    await setDue(school.instructor, LONG_AGO);
    const answers = await Promise.all(Array.from({ length: 4 }, () => handIn(student)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 403, 403, 403]);
    expect((await countHomework()).submissions).toBe(1);
  });

  test("that is moved lets everyone hand in again", async () => {
    await setDue(school.instructor, LONG_AGO);
    await handIn(student);
    await setDue(school.instructor, FAR_AHEAD);
    expect(await receiptOf(handIn(student))).toMatchObject({ number: 2, late: false });
  });
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
