import * as z from "zod/mini";
import type { GradedPerson } from "../../shared/api/grading/part-grade.ts";
import type { Deadline } from "../../shared/assignment/deadline.ts";
import { SubmissionFacts } from "../../shared/grading/facts.ts";
import { DEADLINE_COLUMNS, DEADLINE_JOINS, rowToDeadline } from "./deadlines.ts";
import { GRADE_JSON, parseGrade, type StoredGrade } from "./grades.ts";
import { parseRequest, REQUEST_JSON, type StoredRequest } from "./regrade-requests.ts";

const Row = z.object({
  id: z.string(),
  pseudonym: z.string(),
  known_as: z.string(),
  section: z.string(),
  student_id: z.string(),
  canvas_id: z.string(),
  login: z.string(),
  on_roster: z.int(),
  handle: z.string(),
  grading_revision: z.int(),
  pinned: z.int(),
  late_percent: z.nullable(z.number()),
  late_reason: z.nullable(z.string()),
  late_by: z.nullable(z.string()),
  late_at: z.nullable(z.string()),
  submission: z.nullable(z.string()),
  number: z.nullable(z.int()),
  version: z.nullable(z.int()),
  received_at: z.nullable(z.string()),
  content_hash: z.nullable(z.string()),
  facts: z.nullable(z.string()),
  submissions: z.int(),
  requests: z.int(),
  grades: z.string(),
});

/** The submission that is graded: the pinned one, else the newest. */
export type GradedWork = {
  readonly id: string;
  readonly number: number;
  readonly version: number;
  readonly receivedAt: string;
  readonly contentHash: string;
  /** Null where it came in before there were any. */
  readonly facts: SubmissionFacts | null;
};

/** What a grade comes to: enough for an overview. */
export type BriefGrade = {
  readonly part: string;
  readonly score: number;
  readonly submission: string | null;
};

/** A student with all that bears on the grade. */
export type GradedStudent<G extends BriefGrade = BriefGrade> = {
  readonly person: GradedPerson;
  /** What a school knows the student by; null for who is not on the roster. */
  readonly known: { readonly studentId: string; readonly canvasId: string; readonly login: string } | null;
  readonly handle: string;
  readonly revision: number;
  readonly pinned: boolean;
  readonly override: {
    readonly percent: number;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly deadline: Deadline;
  readonly work: GradedWork | null;
  readonly submissions: number;
  readonly openRequests: number;
  readonly grades: readonly G[];
};

function selectStudents(grade: string, more = ""): string {
  return `SELECT m.id, m.pseudonym, COALESCE(NULLIF(seat.name, ''), m.name) AS known_as, COALESCE(seat.section, '') AS section,
    seat.id IS NOT NULL AS on_roster, COALESCE(seat.student_id, '') AS student_id, COALESCE(seat.canvas_id, '') AS canvas_id,
    COALESCE(seat.login, '') AS login,
    k.handle, k.revision AS grading_revision, k.pinned IS NOT NULL AS pinned, k.late_percent, k.late_reason,
    l.pseudonym AS late_by, k.late_at, s.id AS submission, s.number, s.version, s.received_at, s.content_hash, s.facts,
    p.submissions, (SELECT COUNT(*) FROM regrade_requests r WHERE r.member = m.id AND r.revision = 0) AS requests,
    (SELECT json_group_array(${grade}) FROM grades g
     WHERE g.course = m.course AND g.member = m.id AND g.score IS NOT NULL) AS grades, ${more}
    ${DEADLINE_COLUMNS}
  FROM grading k JOIN present_members m ON m.id = k.member JOIN progress p ON p.member = m.id ${DEADLINE_JOINS}
  LEFT JOIN members l ON l.id = k.late_by
  LEFT JOIN submissions s ON s.id = COALESCE(k.pinned, (SELECT n.id FROM submissions n
    WHERE n.course = m.course AND n.member = m.id ORDER BY n.number DESC LIMIT 1))
  WHERE k.course = ?1 AND m.role = 'student'`;
}
const BY_NAME = "ORDER BY known_as = '', known_as COLLATE NOCASE, m.created_at, m.id";

const Brief = z.array(z.tuple([z.string(), z.number(), z.nullable(z.string())]));

/** Everyone in a course, by name where there are names; one statement, whatever the size of the class. */
export async function listStudents(db: D1Database, course: string): Promise<readonly GradedStudent[]> {
  const { results } = await db
    .prepare(`${selectStudents("json_array(g.part, g.score, g.submission)")} ${BY_NAME}`)
    .bind(course)
    .all();
  return results.map((row) => {
    const { grades, ...student } = rowToStudent(row);
    const brief = Brief.parse(grades).map(([part, score, submission]) => ({ part, score, submission }));
    return { ...student, grades: brief };
  });
}

/** A student with the grades and the regrade requests, the newest first, as they stand. */
export type WholeStudent = GradedStudent<StoredGrade> & { readonly requests: readonly StoredRequest[] };

/** Students by their handles, or one by the member's id, or with neither everyone; handles that are nobody's are left out. */
export async function listWholeStudents(
  db: D1Database,
  { course, handles, member }: { course: string; handles?: readonly string[]; member?: string },
): Promise<readonly WholeStudent[]> {
  const requests = `(SELECT json_group_array(${REQUEST_JSON} ORDER BY r.asked_at DESC, r.id) FROM regrade_requests r
    WHERE r.member = m.id) AS all_requests,`;
  const { results } = await db
    .prepare(
      `${selectStudents(GRADE_JSON, requests)} AND (?2 IS NULL OR k.handle IN (SELECT value FROM json_each(?2)))
       AND (?3 IS NULL OR k.member = ?3) ${BY_NAME}`,
    )
    .bind(course, handles === undefined ? null : JSON.stringify(handles), member ?? null)
    .all();
  return results.map((row) => {
    const { grades, ...student } = rowToStudent(row);
    const { all_requests } = Requests.parse(row);
    return {
      ...student,
      grades: Json.parse(grades).map(parseGrade),
      requests: Json.parse(JSON.parse(all_requests)).map(parseRequest),
    };
  });
}
const Requests = z.object({ all_requests: z.string() });
const Json = z.array(z.unknown());

function rowToStudent(found: unknown): Omit<GradedStudent, "grades"> & { readonly grades: unknown } {
  const row = Row.parse(found);
  const { id, pseudonym, known_as: name, section } = row;
  return {
    person: { id, pseudonym, name, section },
    known:
      row.on_roster === 0 ? null : { studentId: row.student_id, canvasId: row.canvas_id, login: row.login },
    handle: row.handle,
    revision: row.grading_revision,
    pinned: row.pinned === 1,
    override:
      row.late_percent === null
        ? null
        : {
            percent: row.late_percent,
            reason: row.late_reason ?? "",
            by: row.late_by ?? "",
            at: row.late_at ?? "",
          },
    deadline: rowToDeadline(found),
    work: rowToWork(row),
    submissions: row.submissions,
    openRequests: row.requests,
    grades: JSON.parse(row.grades),
  };
}

function rowToWork(row: z.infer<typeof Row>): GradedWork | null {
  const { submission: id, number, version, received_at: receivedAt, content_hash: contentHash } = row;
  if (id === null || number === null || version === null || receivedAt === null || contentHash === null)
    return null;
  const facts = row.facts === null ? null : SubmissionFacts.parse(JSON.parse(row.facts));
  return { id, number, version, receivedAt, contentHash, facts };
}
