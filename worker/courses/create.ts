import type { CreatedCourse } from "../../shared/api/courses.ts";
import { BUILT_IN_PROBLEMS } from "../../shared/assignment/problems.ts";
import { builtInRule } from "../../shared/boards/built-in.ts";
import { insertCourse } from "../store/courses.ts";
import { hashToken, makeJoinCode, makeToken } from "./secrets.ts";

/** Makes a course with the built-in problems and an owner; null when its name is taken. The keys are shown once. */
export async function createCourse(
  db: D1Database,
  { course, title, publicBoard, now }: { course: string; title: string; publicBoard: boolean; now: string },
): Promise<CreatedCourse | null> {
  const [joinCode, instructorKey] = [makeJoinCode(), makeToken()];
  const created = await insertCourse(db, {
    course,
    title,
    joinCode,
    publicBoard,
    problems: BUILT_IN_PROBLEMS,
    boards: BUILT_IN_PROBLEMS.map(builtInRule),
    instructor: {
      id: crypto.randomUUID(),
      course,
      role: "owner",
      pseudonym: "instructor",
      createdAt: now,
    },
    instructorKeyHash: hashToken(instructorKey),
    now,
  });
  return created ? { course, title, joinCode, instructorKey } : null;
}
