import type { CreatedCourse } from "../../../shared/api/courses.ts";
import { MemberList, SessionList } from "../../../shared/api/members.ts";
import { paths } from "../../../shared/api/paths.ts";
import { StoredRun } from "../../../shared/api/runs.ts";
import { StaffKey } from "../../../shared/api/staff.ts";
import { COURSE, handIn, receiptOf } from "../homework.ts";
import { type Browser, createCourse, join, makeBrowser, signIn, startLab } from "../lab.ts";
import { problem1, putRun, trainRun } from "../real-run.ts";

/** Who asks, in the order of the columns below. */
export const VISITORS = [
  "anonymous",
  "student of another course",
  "student who was signed out",
  "another student",
  "student",
  "grader",
  "instructor",
  "owner",
] as const;

export const trained = trainRun(problem1(5, { epochs: 3 }));

export async function makeSchool() {
  await startLab();
  const [course, other] = [await createCourse(COURSE), await createCourse("other")];
  const student = await join(course);
  const sent = await putRun(student, {
    course: COURSE,
    id: crypto.randomUUID(),
    run: trained.upload,
    weights: trained.weights,
  });
  const { id: run, runLink } = StoredRun.parse(await sent.json());
  const submission = (await receiptOf(handIn(student))).id;
  const bystander = await joinAndFind(course);
  const owner = await signIn(course);
  const colleague = (await invite(owner, "Colleague", "grader")).id;
  const visitors: Record<(typeof VISITORS)[number], Browser> = {
    anonymous: makeBrowser(),
    "student of another course": await join(other),
    "student who was signed out": await signedOut(course),
    "another student": await join(course),
    student,
    ...(await makeStaff(owner)),
    owner,
  };
  return { course, run, runLink, submission, bystander, colleague, visitors };
}

async function invite(owner: Browser, name: string, role: "grader" | "instructor"): Promise<StaffKey> {
  return StaffKey.parse(await (await owner.post(paths.staff(COURSE), { name, role })).json());
}

async function makeStaff(owner: Browser): Promise<{ grader: Browser; instructor: Browser }> {
  const [grader, instructor] = [makeBrowser(), makeBrowser()];
  await grader.post(paths.signIn, { key: (await invite(owner, "Grader", "grader")).signInKey });
  await instructor.post(paths.signIn, { key: (await invite(owner, "Instructor", "instructor")).signInKey });
  return { grader, instructor };
}

/** A student whose session ended while the browser still sends its cookie. */
async function signedOut(course: CreatedCourse): Promise<Browser> {
  const student = await join(course);
  const cookies = new Map(student.cookies);
  const { sessions } = SessionList.parse(await (await student.send(paths.sessions(COURSE))).json());
  await student.remove(paths.session(COURSE, sessions[0]?.id ?? ""));
  for (const [name, value] of cookies) student.cookies.set(name, value);
  return student;
}

/** One more student, whom nobody plays: the id. */
async function joinAndFind(course: CreatedCourse): Promise<string> {
  const { membership } = await join(course);
  const { members } = MemberList.parse(
    await (await (await signIn(course)).send(paths.members(course.course))).json(),
  );
  return members.find(({ pseudonym }) => pseudonym === membership.member.pseudonym)?.id ?? "";
}
export type School = Awaited<ReturnType<typeof makeSchool>>;
export type Statuses = readonly [number, number, number, number, number, number, number, number];
export type Ask = (browser: Browser, school: School) => Promise<Response>;

/** Routes, what each visitor asks of them, and the status that each must get, in the order of VISITORS. */
export type Rows = Readonly<Record<string, { readonly ask: Ask; readonly statuses: Statuses }>>;
export type Row = readonly [route: string, asked: Rows[string]];
