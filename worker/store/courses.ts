import * as z from "zod/mini";
import type { Joining } from "../../shared/api/staff.ts";
import type { Problem } from "../../shared/assignment/problems.ts";
import type { BoardRule } from "../../shared/boards/rule.ts";
import { canonicalJson, specId } from "../../shared/spec/identity.ts";
import { insertBoard } from "./boards.ts";
import { insertMember, type NewMember } from "./members.ts";
import { insertSignInKey } from "./sign-in-keys.ts";
import { insertSpec } from "./specs.ts";

const Row = z.object({
  course: z.string(),
  title: z.string(),
  public_board: z.int(),
  board_version: z.int(),
  class_version: z.int(),
  join_code: z.string(),
  join_open: z.int(),
  join_by_roster: z.int(),
});

export type Course = {
  readonly course: string;
  readonly title: string;
  /** Whether people outside the course may read its board. */
  readonly publicBoard: boolean;
  /** Grows with every run that is stored and every change of a board: what a board's ETag is made of. */
  readonly boardVersion: number;
  /** Grows with everything that the class page shows. */
  readonly classVersion: number;
  readonly joinCode: string;
  /** Whether the code lets anyone in at present. */
  readonly joinOpen: boolean;
  /** Whether it lets in those on the roster alone. */
  readonly joinByRoster: boolean;
};

function rowToCourse(row: unknown): Course {
  const { course, title, public_board, join_open, join_by_roster, ...same } = Row.parse(row);
  return {
    ...{ course, title, publicBoard: public_board === 1 },
    ...{ boardVersion: same.board_version, classVersion: same.class_version },
    ...{ joinCode: same.join_code, joinOpen: join_open === 1, joinByRoster: join_by_roster === 1 },
  };
}

const COLUMNS =
  "course, title, public_board, board_version, class_version, join_code, join_open, join_by_roster";

export async function readCourse(db: D1Database, course: string): Promise<Course | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM courses WHERE course = ?`).bind(course).first();
  return row === null ? null : rowToCourse(row);
}

export async function readCourseByCode(db: D1Database, code: string): Promise<Course | null> {
  const row = await db.prepare(`SELECT ${COLUMNS} FROM courses WHERE join_code = ?`).bind(code).first();
  return row === null ? null : rowToCourse(row);
}

/** The statement that changes how students come in. */
export function setJoining(
  db: D1Database,
  { course, joinCode, open, byRoster }: { course: string } & Joining,
): D1PreparedStatement {
  return db
    .prepare("UPDATE courses SET join_code = ?, join_open = ?, join_by_roster = ? WHERE course = ?")
    .bind(joinCode, open ? 1 : 0, byRoster ? 1 : 0, course);
}

export type NewCourse = {
  readonly course: string;
  readonly title: string;
  readonly joinCode: string;
  readonly publicBoard: boolean;
  readonly problems: readonly Problem[];
  readonly boards: readonly BoardRule[];
  readonly instructor: NewMember;
  readonly instructorKeyHash: string;
  readonly now: string;
};

/** Stores a course with its instructor, its list of specs and its boards, whole or not at all; false when the name is taken. */
export async function insertCourse(db: D1Database, course: NewCourse): Promise<boolean> {
  if ((await readCourse(db, course.course)) !== null) return false;
  await db.batch([
    db
      .prepare(
        "INSERT INTO courses (course, title, join_code, public_board, created_at) VALUES (?, ?, ?, ?, ?)",
      )
      .bind(course.course, course.title, course.joinCode, course.publicBoard ? 1 : 0, course.now),
    insertMember(db, course.instructor),
    insertSignInKey(db, {
      keyHash: course.instructorKeyHash,
      member: course.instructor,
      now: course.now,
    }),
    ...course.boards.map((rule, position) => insertBoard(db, { course: course.course, position, rule })),
    ...course.problems.flatMap((problem, position) => [
      insertSpec(db, problem.sweep.spec),
      db
        .prepare(
          "INSERT INTO course_specs (course, position, problem, title, question, spec_id, sweep) VALUES (?, ?, ?, ?, ?, ?, ?)",
        )
        .bind(
          course.course,
          position,
          problem.name,
          problem.title,
          problem.question,
          specId(problem.sweep.spec),
          canonicalJson(problem.sweep),
        ),
    ]),
  ]);
  return true;
}
