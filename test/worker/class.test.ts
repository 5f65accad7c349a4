import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { ClassPlot, ClassView } from "../../shared/api/class.ts";
import { paths } from "../../shared/api/paths.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import { attemptOf, COURSE, handIn, makeClass, runAnswer, save, sendRun, textOf } from "./homework.ts";
import type { Browser } from "./lab.ts";
import { problem1, trainRun } from "./real-run.ts";

const trained = trainRun(problem1(5));
const tooFast = trainRun(problem1(20, { optimizer: { kind: "adam", learningRate: 0.5, weightDecay: 0 } }));

const Whose = z.array(z.object({ pseudonym: z.string() }));
const Lists = z.object({ runs: Whose.optional(), submissions: Whose.optional() });

async function readClass(browser: Browser): Promise<ClassView> {
  return ClassView.parse(await (await browser.send(paths.class(COURSE))).json());
}

async function readPlot(browser: Browser, cell: string): Promise<ClassPlot> {
  return ClassPlot.parse(await (await browser.send(paths.classPlot(COURSE, cell))).json());
}

/** A run that is stored, and the answer that counts it. */
async function runCell(browser: Browser, cell: string, run = trained): Promise<string> {
  const id = crypto.randomUUID();
  const sent = await sendRun(browser, { id, run });
  await save(browser, cell, runAnswer([attemptOf([{ id, run }])]));
  return StoredRun.parse(await sent.json()).runLink;
}

test("an empty class has its parts and no students; the staff are none", async () => {
  const { instructor } = await makeClass();
  await env.DB.prepare(
    "DELETE FROM sessions WHERE member IN (SELECT id FROM members WHERE role = 'student')",
  ).run();
  await env.DB.prepare("DELETE FROM recovery_codes").run();
  await env.DB.prepare("DELETE FROM members WHERE role = 'student'").run();
  const { parts, students, plots } = await readClass(instructor);
  expect(parts.map(({ id }) => id).slice(0, 3)).toEqual(["1a", "1b", "1c"]);
  expect(students.id).toEqual([]);
  expect(plots.map(({ cell }) => cell)).toEqual(["1f-plot", "1g-plot", "2d-plot", "3a-plot", "3d-plot"]);
});

test("a part is empty, a draft or ready by what was saved, and what was handed in is counted", async () => {
  const { instructor, student } = await makeClass();
  await save(student, "1a-number", { kind: "number", text: "64" });
  await save(student, "1b-number", { kind: "number", text: "sixty" });
  await runCell(student, "1e-run");
  await save(student, "1f-text", textOf("It falls."));
  await handIn(student);
  const { parts, students } = await readClass(instructor);
  const at = students.pseudonym.indexOf(student.membership.member.pseudonym);
  const states = Object.fromEntries(parts.map(({ id }, i) => [id, students.states[at]?.[i]]));
  expect(states).toMatchObject({ "1a": "2", "1b": "1", "1c": "0", "1e": "2", "1f": "1", "1g": "0" });
  expect([students.part[at], students.runs[at], students.submissions[at]]).toEqual(["1f", 1, 1]);
  expect([students.engine[at], students.device[at], students.lossCourse[at]]).toEqual([
    "moments",
    "processor",
    "fell",
  ]);
  expect(students.states.filter((_, i) => i !== at)).toEqual(["0".repeat(parts.length)]);
});

test("an answer that gets better moves its part on; a plot of another part waits for its runs", async () => {
  const { instructor, student } = await makeClass();
  const stateOf = async (part: string) => {
    const { parts, students } = await readClass(instructor);
    const at = students.pseudonym.indexOf(student.membership.member.pseudonym);
    return students.states[at]?.[parts.findIndex(({ id }) => id === part)];
  };
  const long = Array.from({ length: 30 }, (_, i) => `word${i}`).join(" ");
  const first = await save(student, "1g-text", textOf("Random."));
  expect(await stateOf("1g")).toBe("1");
  await save(student, "1g-text", textOf(long), first);
  expect(await stateOf("1g")).toBe("1");
  await runCell(student, "1f-run");
  expect(await stateOf("1g")).toBe("2");
});

test("runs whose loss did not fall are counted until one falls again", async () => {
  const { instructor, student } = await makeClass();
  const failing = async () => {
    const { students } = await readClass(instructor);
    const at = students.pseudonym.indexOf(student.membership.member.pseudonym);
    return [students.lossCourse[at], students.failingRuns[at]];
  };
  for (const _ of [1, 2]) await sendRun(student, { id: crypto.randomUUID(), run: tooFast });
  expect(await failing()).toEqual(["rose", 2]);
  await sendRun(student, { id: crypto.randomUUID(), run: trained });
  expect(await failing()).toEqual(["fell", 0]);
});

test("a plot of the class holds every student's counting run with its link, PyTorch's number and the floor", async () => {
  const { instructor, student, other } = await makeClass();
  const links = [await runCell(student, "1f-run"), await runCell(other, "1f-run")];
  await sendRun(other, { id: crypto.randomUUID(), run: tooFast }); // trained, but in no answer
  const { students, groups } = await readPlot(instructor, "1f-plot");
  const [group] = groups;
  expect(students).toHaveLength(2);
  expect(group?.widths).toEqual([5]);
  expect(new Set(group?.links[0])).toEqual(new Set(links));
  const { testMse } = trained.upload.metrics;
  expect(group?.metrics.testMse[0]).toEqual([Number(testMse.toPrecision(7)), Number(testMse.toPrecision(7))]);
  expect(group?.reference.testMse[0]).toBeCloseTo(testMse, 4);
  expect(group?.floors?.[0]).toBeGreaterThan(0.2);
  expect(group?.floors?.[0]).toBeLessThan(testMse);
});

test("a run that another student owns counts in no one's plot", async () => {
  const { instructor, student, other } = await makeClass();
  const id = crypto.randomUUID();
  await sendRun(student, { id, run: trained });
  await save(other, "1f-run", runAnswer([attemptOf([{ id, run: trained }])]));
  expect((await readPlot(instructor, "1f-plot")).students).toEqual([]);
});

test("training times are counted by engine and device", async () => {
  const { instructor, student } = await makeClass();
  await sendRun(student, { id: crypto.randomUUID(), run: trained }); // says 12.5 ms
  expect((await readClass(instructor)).devices).toEqual([
    { engine: "moments", device: "processor", runs: 1, counts: [0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0] },
  ]);
});

test("nothing new is a 304; whatever the page shows makes a new version", async () => {
  const { instructor, student } = await makeClass();
  const tag = async () => (await instructor.send(paths.class(COURSE))).headers.get("ETag") ?? "";
  const again = async (path: string, etag: string) =>
    (await instructor.send(path, { headers: { "If-None-Match": etag } })).status;
  const changes = [
    () => save(student, "1a-number", { kind: "number", text: "64" }),
    () => sendRun(student, { id: crypto.randomUUID(), run: trained }),
    () => handIn(student),
    () => env.DB.prepare("UPDATE members SET name = 'Ada' WHERE role = 'student'").run(),
  ];
  for (const change of changes) {
    const before = await tag();
    expect([
      await again(paths.class(COURSE), before),
      await again(paths.classPlot(COURSE, "1f-plot"), before),
    ]).toEqual([304, 304]);
    await change();
    expect(await again(paths.class(COURSE), before)).toBe(200);
  }
});

test("each page takes at most five statements", async () => {
  const { instructor, student } = await makeClass();
  await runCell(student, "1f-run");
  const prepared = vi.spyOn(Object.getPrototypeOf(env.DB), "prepare");
  for (const path of [paths.class(COURSE), paths.classPlot(COURSE, "1f-plot")]) {
    prepared.mockClear();
    expect((await instructor.send(path)).status).toBe(200);
    expect(prepared.mock.calls.length).toBeGreaterThan(2);
    expect(prepared.mock.calls.length).toBeLessThanOrEqual(5);
  }
  prepared.mockRestore();
});

test("a student who is erased is gone at once: from the matrix, the plots and what was counted", async () => {
  const { instructor, student, other } = await makeClass();
  await runCell(student, "1f-run");
  await runCell(other, "1f-run");
  const { pseudonym } = student.membership.member;
  expect((await student.post(paths.erasure(COURSE), { pseudonym })).status).toBe(204);
  const { students, devices } = await readClass(instructor);
  expect(students.pseudonym).toEqual([other.membership.member.pseudonym]);
  expect(devices.map(({ runs }) => runs)).toEqual([1]);
  expect((await readPlot(instructor, "1f-plot")).students).toHaveLength(1);
});

test("the staff read the runs and the submissions of one student; a student's own wish for another's is not heard", async () => {
  const { instructor, student, other } = await makeClass();
  await runCell(student, "1f-run");
  await runCell(other, "1f-run");
  await handIn(other);
  const { students } = await readClass(instructor);
  const id = students.id[students.pseudonym.indexOf(other.membership.member.pseudonym)];
  const of = async (browser: Browser, path: string, list: "runs" | "submissions") =>
    Lists.parse(await (await browser.send(`${path}?member=${id}`)).json())[list];
  const theirs = [{ pseudonym: other.membership.member.pseudonym }];
  expect(await of(instructor, paths.runs(COURSE), "runs")).toEqual(theirs);
  expect(await of(instructor, paths.submissions(COURSE), "submissions")).toEqual(theirs);
  expect(await of(student, paths.runs(COURSE), "runs")).toEqual([
    { pseudonym: student.membership.member.pseudonym },
  ]);
  expect(await of(student, paths.submissions(COURSE), "submissions")).toEqual([]);
});
