import type { AssignmentView, VersionView } from "../../shared/api/homework.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { readNewestAssignment, readVersion } from "../store/assignments.ts";
import { readDeadline } from "../store/deadlines.ts";
import type { Member } from "../store/members.ts";

const BUILT_IN: VersionView = { assignment: BUILT_IN_HOMEWORK, version: 1 };

/** The homework as the course has it now: the built-in one until an instructor puts another. */
export async function readPresent(db: D1Database, course: string): Promise<VersionView> {
  return (await readNewestAssignment(db, course)) ?? BUILT_IN;
}

/** The homework as the course has it now, and when it is due for this member. */
export async function readView(db: D1Database, member: Member): Promise<AssignmentView> {
  const [present, deadline] = await Promise.all([readPresent(db, member.course), readDeadline(db, member)]);
  return { ...present, ...deadline };
}

/** One version of the homework; null where the course never had it. */
export async function readOne(db: D1Database, course: string, version: number): Promise<VersionView | null> {
  const stored = await readVersion(db, { course, version });
  return stored ?? (version === BUILT_IN.version ? BUILT_IN : null);
}
