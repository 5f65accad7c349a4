import { env } from "cloudflare:workers";
import * as z from "zod/mini";
import { AnswerList, AnswerSaved, AssignmentView, Receipt } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import type { Answer, AnswerOf, Attempt } from "../../shared/assignment/answers.ts";
import { type Browser, createCourse, join, signIn, startLab } from "./lab.ts";
import { putRun, type RealRun } from "./real-run.ts";

export const COURSE = "ece-4803";
export const LONG_AGO = "2001-01-01T00:00:00.000Z";
export const FAR_AHEAD = "2999-12-31T23:59:00.000Z";

/** A course with its instructor and two students. */
export async function makeClass() {
  await startLab();
  const course = await createCourse(COURSE);
  return {
    course,
    instructor: await signIn(course),
    student: await join(course),
    other: await join(course),
  };
}
export type Class = Awaited<ReturnType<typeof makeClass>>;

export async function readAssignment(browser: Browser): Promise<AssignmentView> {
  return AssignmentView.parse(await (await browser.send(paths.assignment(COURSE))).json());
}

/** Sets when the homework is due. */
export async function setDue(instructor: Browser, dueAt: string | null): Promise<void> {
  const { version: base } = await readAssignment(instructor);
  await instructor.put(paths.assignment(COURSE), { base, dueAt });
}

export function textOf(markdown: string): AnswerOf<"text"> {
  return { kind: "text", markdown };
}

/** An attempt as the page makes one of finished runs. */
export function attemptOf(runs: readonly { id: string; run: RealRun }[]): Attempt {
  return {
    id: crypto.randomUUID(),
    name: "",
    at: 1_790_000_000_000,
    settings: {},
    runs: runs.map(({ id, run }) => ({ id, width: 5, spec: run.upload.spec, metrics: run.upload.metrics })),
    failed: [],
  };
}

export function runAnswer(attempts: Attempt[], pinned: string | null = null): AnswerOf<"run"> {
  return { kind: "run", settings: {}, attempts, pinned };
}

export function sendRun(browser: Browser, { id, run }: { id: string; run: RealRun }): Promise<Response> {
  return putRun(browser, { course: COURSE, id, run: run.upload, weights: run.weights });
}

export function putAnswer(
  browser: Browser,
  cell: string,
  { answer, base = 0 }: { answer: Answer; base?: number },
): Promise<Response> {
  return browser.put(paths.answer(COURSE, cell), { base, answer });
}

/** An answer that must be taken: its new revision. */
export async function save(browser: Browser, cell: string, answer: Answer, base = 0): Promise<number> {
  return AnswerSaved.parse(await (await putAnswer(browser, cell, { answer, base })).json()).revision;
}

export async function readAnswers(browser: Browser) {
  return AnswerList.parse(await (await browser.send(paths.answers(COURSE))).json()).answers;
}

/** Hands in what the browser sees on the server now, with changes. */
export async function handIn(
  browser: Browser,
  { id = crypto.randomUUID(), ...changes }: { id?: string; version?: number; revisions?: object } = {},
): Promise<Response> {
  const { version } = await readAssignment(browser);
  const answers = await readAnswers(browser);
  const revisions = Object.fromEntries(answers.map(({ cell, revision }) => [cell, revision]));
  return await browser.put(paths.submission(COURSE, id), { version, revisions, ...changes });
}

/** A submission that must be taken. */
export async function receiptOf(answer: Response | Promise<Response>): Promise<Receipt> {
  return Receipt.parse(await (await answer).json());
}

const Count = z.object({ assignments: z.int(), answers: z.int(), submissions: z.int() });

/** All that the homework's routes may leave behind: rows, and keys in KV. */
export async function countHomework() {
  const row = await env.DB.prepare(
    `SELECT (SELECT COUNT(*) FROM assignments) AS assignments, (SELECT COUNT(*) FROM answers) AS answers,
            (SELECT COUNT(*) FROM submissions) AS submissions`,
  ).first();
  const { keys } = await env.BYTES.list();
  return { ...Count.parse(row), keys: keys.length };
}
