import type { AssignmentView } from "../../shared/api/homework.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { readNewestAssignment, type Version } from "../store/assignments.ts";
import { readDeadline } from "../store/deadlines.ts";
import type { Member } from "../store/members.ts";

export const BUILT_IN: Version = { assignment: BUILT_IN_HOMEWORK, version: 1 };

/** The homework as the course has it now: the built-in one until an instructor puts another. */
export async function readPresent(db: D1Database, course: string): Promise<Version> {
  return (await readNewestAssignment(db, course)) ?? BUILT_IN;
}

/** The homework as the course has it now, and when it is due for this member. */
export async function readView(db: D1Database, member: Member): Promise<AssignmentView> {
  const [present, deadline] = await Promise.all([readPresent(db, member.course), readDeadline(db, member)]);
  return { ...present, ...deadline };
}
