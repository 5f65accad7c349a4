import { beforeEach, describe, expect, test } from "vitest";
import {
  type Class,
  countHomework,
  FAR_AHEAD,
  handIn,
  LONG_AGO,
  makeClass,
  receiptOf,
  setDue,
} from "./homework.ts";
import { type Browser, refusal } from "./lab.ts";

let school: Class;
let student: Browser;
beforeEach(async () => {
  school = await makeClass();
  student = school.student;
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
