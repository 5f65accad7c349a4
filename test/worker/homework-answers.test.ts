import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { AnswerSaved } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { MAX_ANSWER_JSON_BYTES } from "../../shared/limits.ts";
import {
  attemptOf,
  type Class,
  COURSE,
  countHomework,
  makeClass,
  putAnswer,
  readAnswers,
  runAnswer,
  save,
  textOf,
} from "./homework.ts";
import { createCourse, join, makeBrowser, refusal } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

const trained = trainRun(problem1(5, { epochs: 3 }));

let school: Class;
beforeEach(async () => {
  school = await makeClass();
});

describe("an answer", () => {
  test("is kept, and read again by its student alone", async () => {
    const answer = await putAnswer(school.student, "1f-text", { answer: textOf("It falls.") });
    expect(answer.status).toBe(200);
    const saved = AnswerSaved.parse(await answer.json());
    expect(saved).toMatchObject({ cell: "1f-text", revision: 1 });
    expect(await readAnswers(school.student)).toEqual([{ ...saved, answer: textOf("It falls.") }]);
    expect(await readAnswers(school.other)).toEqual([]);
    expect(await readAnswers(school.instructor)).toEqual([]);
  });

  test("of every kind has its cell", async () => {
    const attempts = [attemptOf([{ id: crypto.randomUUID(), run: trained }])];
    const answers = [
      ["1a-number", { kind: "number", text: "64" }],
      ["1c-code", { kind: "code", source: "class A(nn.Module): ..." }],
      ["1f-plot", { kind: "plot", per: "image" }],
      ["1f-run", runAnswer(attempts)],
      ["1f-text", textOf("It falls.")],
      ["cover", { kind: "cover", firstName: "Ada", lastName: "L.", honour: true }],
    ] as const;
    for (const [cell, answer] of answers) expect(await save(school.student, cell, answer)).toBe(1);
    const kept = await readAnswers(school.student);
    expect(kept.map(({ cell, answer }) => [cell, answer])).toEqual(answers);
  });

  test("changed on top of its revision gets the next one", async () => {
    expect(await save(school.student, "1f-text", textOf("It falls."))).toBe(1);
    expect(await save(school.student, "1f-text", textOf("It falls, then stops."), 1)).toBe(2);
    expect(await save(school.student, "1f-text", textOf("It falls."), 2)).toBe(3);
    expect(await readAnswers(school.student)).toMatchObject([{ revision: 3, answer: textOf("It falls.") }]);
  });

  test("that is the same keeps its revision, also when it is sent again after its response was lost", async () => {
    const text = textOf("It falls.");
    const first = await (await putAnswer(school.student, "1f-text", { answer: text })).json();
    for (const base of [0, 1]) {
      const again = await putAnswer(school.student, "1f-text", { answer: text, base });
      expect(again.status).toBe(200);
      expect(await again.json()).toEqual(first);
    }
    await save(school.student, "1f-text", textOf("It rises."), 1);
    expect(await save(school.student, "1f-text", textOf("It rises."), 1)).toBe(2);
  });

  test("with its fields in another order is the same", async () => {
    await save(school.student, "cover", { kind: "cover", firstName: "Ada", lastName: "L.", honour: true });
    const body = { base: 1, answer: { honour: true, lastName: "L.", kind: "cover", firstName: "Ada" } };
    const again = await school.student.put(paths.answer(COURSE, "cover"), body);
    expect(await again.json()).toMatchObject({ revision: 1 });
  });

  test("changed on top of an old revision is refused, and the newer one stays", async () => {
    await save(school.student, "1f-text", textOf("one"));
    await save(school.student, "1f-text", textOf("two"), 1);
    for (const base of [0, 1, 3]) {
      const refused = await refusal(
        await putAnswer(school.student, "1f-text", { answer: textOf("mine"), base }),
      );
      expect(refused).toMatchObject({ status: 409, field: "base" });
      expect(refused.message).toContain(`at revision 2 on the server, and you changed revision ${base}`);
    }
    expect(await readAnswers(school.student)).toMatchObject([{ revision: 2, answer: textOf("two") }]);
  });

  test("on top of a revision that never was is refused, and nothing is stored", async () => {
    const refused = await putAnswer(school.student, "1f-text", { answer: textOf("mine"), base: 1 });
    expect((await refusal(refused)).message).toContain("at revision 0 on the server");
    expect((await countHomework()).answers).toBe(0);
  });

  test("changed in two tabs at once is one's, and the other is told", async () => {
    for (const base of [0, 1]) {
      const answers = await Promise.all(
        ["left", "right"].map((text) =>
          putAnswer(school.student, "1f-text", { answer: textOf(`${text} ${base}`), base }),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    }
    expect(await readAnswers(school.student)).toMatchObject([{ revision: 2 }]);
  });

  test("sent twice at once is stored once, and both are told the same", async () => {
    const answers = await Promise.all(
      [0, 0].map((base) => putAnswer(school.student, "1f-text", { answer: textOf("It falls."), base })),
    );
    const [one, two] = await Promise.all(answers.map((answer) => answer.json()));
    expect(one).toEqual(two);
    expect(one).toMatchObject({ revision: 1 });
  });

  test("of one student leaves those of another alone", async () => {
    await save(school.student, "1f-text", textOf("mine"));
    expect(await save(school.other, "1f-text", textOf("theirs"))).toBe(1);
    expect(await readAnswers(school.student)).toMatchObject([{ revision: 1, answer: textOf("mine") }]);
  });

  test("that was cut in the middle of an emoji is kept with a sign for the lost half", async () => {
    await save(school.student, "1f-text", textOf("It falls \ud83d"));
    expect(await readAnswers(school.student)).toMatchObject([{ answer: textOf("It falls \ufffd") }]);
    await save(school.student, "1f-text", textOf("It falls 😀, \\ud83d"), 1);
    expect(await readAnswers(school.student)).toMatchObject([{ answer: textOf("It falls 😀, \\ud83d") }]);
  });

  test("that says whose it is must be of who sends it", async () => {
    const body = { base: 0, answer: textOf("mine"), pseudonym: school.other.membership.member.pseudonym };
    const refused = await refusal(await school.student.put(paths.answer(COURSE, "1f-text"), body));
    expect(refused).toMatchObject({ status: 403, field: "pseudonym" });
    expect((await countHomework()).answers).toBe(0);
    expect((await school.other.put(paths.answer(COURSE, "1f-text"), body)).status).toBe(200);
  });

  test("of an instructor who tries the homework is kept like a student's", async () => {
    expect(await save(school.instructor, "1f-text", textOf("It falls."))).toBe(1);
    expect(await readAnswers(school.instructor)).toHaveLength(1);
  });
});

describe("a bad answer is refused with what helps, and nothing is stored:", () => {
  const run = runAnswer([attemptOf([{ id: "0b6f3a1e-52a4-4f0e-9c0b-1f6a7e0f9a11", run: trained }])]);
  const text = JSON.stringify({ base: 0, answer: run });
  test.each([
    ["no JSON", "1f-text", "{", undefined, "expected JSON"],
    ["NaN", "1f-run", text.replace(/"trainMse":[\d.]+/, '"trainMse":NaN'), undefined, "finite"],
    [
      "1e999",
      "1f-run",
      text.replace(/"trainMse":[\d.]+/, '"trainMse":1e999'),
      "answer.attempts[0].runs[0].metrics.trainMse",
      "expected a number, got Infinity",
    ],
    ["without a base", "1f-text", { answer: textOf("x") }, "base", "got nothing"],
    ["a negative base", "1f-text", { base: -1, answer: textOf("x") }, "base", "at least 0"],
    [
      "an unknown kind",
      "1f-text",
      { base: 0, answer: { kind: "essay" } },
      "answer.kind",
      'unknown kind "essay"',
    ],
    [
      "another kind",
      "1f-run",
      { base: 0, answer: textOf("x") },
      "answer.kind",
      '1f-run takes "run", got "text"',
    ],
    [
      "a cover elsewhere",
      "1f-text",
      { base: 0, answer: { kind: "cover", firstName: "", lastName: "", honour: true } },
      "answer.kind",
      '1f-text takes "text", got "cover"',
    ],
    [
      "an unknown cell",
      "9z-text",
      { base: 0, answer: textOf("x") },
      "cell",
      'expected cover or a cell of the present homework that takes an answer, got "9z-text"',
    ],
    ["a cell that only shows", "1-digits", { base: 0, answer: textOf("x") }, "cell", 'got "1-digits"'],
    ["no cell's id", "Cell%20A", { base: 0, answer: textOf("x") }, "cell", 'got "Cell A"'],
    [
      "a text of more than 40,000 characters",
      "1f-text",
      { base: 0, answer: textOf("x".repeat(40_001)) },
      "answer.markdown",
      "at most 40000",
    ],
    [
      "a field too many",
      "1f-text",
      { base: 0, answer: { ...textOf("x"), grade: 1 } },
      "answer.grade",
      "unknown field",
    ],
  ])("%s", async (_, cell, body, field, message) => {
    const refused = await refusal(await school.student.put(paths.answer(COURSE, cell), body));
    expect(refused).toMatchObject({ status: 400, field });
    expect(refused.message).toContain(message);
    expect((await countHomework()).answers).toBe(0);
  });

  test("more than 700 KB", async () => {
    const body = { base: 0, answer: textOf("x".repeat(MAX_ANSWER_JSON_BYTES)) };
    const refused = await refusal(await school.student.put(paths.answer(COURSE, "1f-text"), body));
    expect(refused.status).toBe(413);
    expect(refused.message).toMatch(/^expected an answer of at most 700000 bytes; shorten it/);
  });

  test("more than 8 MB of answers together", async () => {
    const insert = env.DB.prepare(
      `INSERT INTO answers (course, member, cell, revision, json, saved_at)
       SELECT course, id, ?1, 1, ?2, '' FROM members WHERE pseudonym = ?3`,
    );
    const { pseudonym } = school.student.membership.member;
    const long = JSON.stringify(textOf("x".repeat(1_599_000)));
    await env.DB.batch(["a", "b", "c", "d", "e"].map((cell) => insert.bind(cell, long, pseudonym)));
    expect(await save(school.student, "1f-text", textOf("x".repeat(4_000)))).toBe(1);
    const refused = await refusal(
      await putAnswer(school.student, "1f-text", { answer: textOf("x".repeat(6_000)), base: 1 }),
    );
    expect(refused).toMatchObject({ status: 413, field: "answer" });
    expect(refused.message).toContain("more than 8000000 bytes together");
    expect(await save(school.student, "1f-text", textOf("short"), 1)).toBe(2);
    expect(await save(school.other, "1f-text", textOf("x".repeat(6_000)))).toBe(1);
  });

  test("from a browser that is no member", async () => {
    const stranger = await join(await createCourse("other"));
    for (const browser of [makeBrowser(), stranger]) {
      expect((await putAnswer(browser, "1f-text", { answer: textOf("x") })).status).toBe(401);
    }
    expect((await countHomework()).answers).toBe(0);
  });

  test("to a cell that a newer version of the homework has no more; what was there stays", async () => {
    await save(school.student, "3d-text", textOf("Dropout."));
    const problems = BUILT_IN_HOMEWORK.problems.slice(0, 2);
    const body = { assignment: { ...BUILT_IN_HOMEWORK, problems }, base: 1, dueAt: null };
    expect((await school.instructor.put(paths.assignment(COURSE), body)).status).toBe(200);
    const refused = await putAnswer(school.student, "3d-text", { answer: textOf("L1."), base: 1 });
    expect(await refusal(refused)).toMatchObject({ status: 400, field: "cell" });
    expect(await readAnswers(school.student)).toMatchObject([{ answer: textOf("Dropout.") }]);
  });
});
