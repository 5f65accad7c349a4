import * as z from "zod/mini";
import { GradeSaved, type PutGrade } from "../../shared/api/grading/give-grades.ts";
import { Gradebook, GradebookSettings } from "../../shared/api/grading/gradebook.ts";
import { GradebookPartView, GradebookStudentView } from "../../shared/api/grading/graded-work.ts";
import { MyGrade } from "../../shared/api/grading/my-grade.ts";
import { paths } from "../../shared/api/paths.ts";
import { AuditLog } from "../../shared/api/staff.ts";
import { type Class, COURSE, handIn, receiptOf, save } from "./homework.ts";
import type { Browser } from "./lab.ts";

async function read<T>(browser: Browser, path: string, answer: z.ZodMiniType<T>): Promise<T> {
  return z.parse(answer, await (await browser.send(path)).json());
}

export const readGradebook = (browser: Browser) => read(browser, paths.gradebook(COURSE), Gradebook);
export const readMyGrade = (browser: Browser) => read(browser, paths.myGrade(COURSE), MyGrade);
export const readStudent = (browser: Browser, handle: string) =>
  read(browser, paths.gradebookStudent(COURSE, handle), GradebookStudentView);
export const readPart = (browser: Browser, part: string, handles: readonly string[]) =>
  read(browser, `${paths.gradebookPart(COURSE, part)}?students=${handles.join(",")}`, GradebookPartView);
export const readAudit = async (browser: Browser) =>
  (await read(browser, paths.audit(COURSE), AuditLog)).entries;

/** What the gradebook calls a student, by the pseudonym; names must not be hidden. */
export async function handleOf({ instructor }: Class, { membership }: Class["student"]): Promise<string> {
  const { students } = await readGradebook(instructor);
  return students.handle[students.who?.pseudonym.indexOf(membership.member.pseudonym) ?? -1] ?? "";
}

/** A student who wrote `number` into 1 (a), and handed it in. */
export async function handInNumber(browser: Browser, number: string, base = 0) {
  await save(browser, "1a-number", { kind: "number", text: number }, base);
  return await receiptOf(handIn(browser));
}

/** What a grader puts, with changes: the one item of 1 (a) or 1 (b) is ticked. */
export function gradeOf(changes: Partial<PutGrade> = {}): PutGrade {
  return { base: 0, submission: 1, version: 1, ticked: ["pixels"], adjustment: 0, comment: "", ...changes };
}

export function putGrade(
  browser: Browser,
  { handle, part = "1a", ...changes }: { handle: string; part?: string } & Partial<PutGrade>,
): Promise<Response> {
  return browser.put(paths.grade(COURSE, handle, part), gradeOf(changes));
}

/** A grade that must be taken. */
export async function saveGrade(
  browser: Browser,
  grade: Parameters<typeof putGrade>[1],
): Promise<GradeSaved> {
  return GradeSaved.parse(await (await putGrade(browser, grade)).json());
}

/** Sets how the course grades, on top of what stands. */
export async function setBook(
  { instructor }: Class,
  set: { anonymous?: boolean; columnHeader?: string | null },
): Promise<GradebookSettings> {
  const { settings } = await readGradebook(instructor);
  const body = {
    base: settings.revision,
    anonymous: set.anonymous ?? settings.anonymous,
    columnHeader: set.columnHeader === undefined ? settings.columnHeader : set.columnHeader,
  };
  const answer = await instructor.put(paths.gradebookSettings(COURSE), body);
  return GradebookSettings.parse(await answer.json());
}

export async function release({ instructor }: Class, released = true): Promise<GradebookSettings> {
  const { settings } = await readGradebook(instructor);
  const body = { base: settings.revision, released };
  return GradebookSettings.parse(await (await instructor.put(paths.release(COURSE), body)).json());
}
