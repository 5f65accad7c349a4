import * as z from "zod/mini";

/**
 * What a course holds, table by table, in the order in which files list it. `GET /api/courses/COURSE/export/TABLE[?after=NEXT]` for who
 * may exportCourse: everyone's rows; `GET .../mine/TABLE[?after=NEXT]` for any member: one's own. Both answer an ExportPage; 404 for a
 * table that is not for the reader.
 */
export const EXPORT_TABLES = [
  { name: "course", in: "course", holds: "the course and how it is set up" },
  { name: "problems", in: "course", holds: "its problems and their specs" },
  { name: "homework", in: "course", holds: "each version of the homework" },
  { name: "schedule", in: "course", holds: "when it is due, and the late rule" },
  { name: "boards", in: "course", holds: "its boards and their rules" },
  { name: "roster", in: "both", holds: "rows of the roster" },
  { name: "members", in: "both", holds: "who joined, and when" },
  { name: "sessions", in: "mine", holds: "browsers that are signed in" },
  { name: "passkeys", in: "mine", holds: "passkeys by name, without their keys" },
  { name: "extensions", in: "both", holds: "extensions of the due date" },
  { name: "answers", in: "both", holds: "answers as they were last saved" },
  { name: "runs", in: "both", holds: "runs with spec, numbers and run link" },
  { name: "submissions", in: "both", holds: "what was handed in, whole" },
  { name: "flags", in: "course", holds: "flags that the staff has looked at, with its notes" },
  { name: "gradebook", in: "course", holds: "how the course grades, and whether it has released" },
  {
    name: "grading",
    in: "both",
    holds: "late penalties that were set, and submissions that are graded in place of the newest",
  },
  { name: "grades", in: "both", holds: "grades of each part; one’s own once they are released" },
  { name: "regradeRequests", in: "both", holds: "requests to look at a grade again, and the answers" },
  { name: "comments", in: "course", holds: "comments that graders use again" },
  { name: "audit", in: "both", holds: "changes in the log" },
] as const;

export type ExportTableName = (typeof EXPORT_TABLES)[number]["name"];
/** Whose rows: everyone's of a course, or a member's own. */
export type ExportScope = "course" | "mine";

export function tablesOf(scope: ExportScope) {
  return EXPORT_TABLES.filter((table) => table.in === scope || table.in === "both");
}

export const ExportRow = z.record(z.string(), z.unknown());
export type ExportRow = z.infer<typeof ExportRow>;
/** Some rows; `next` is the `after` of those that follow, null at the end. */
export const ExportPage = z.object({
  table: z.string(),
  rows: z.array(ExportRow),
  next: z.nullable(z.string()),
});
export type ExportPage = z.infer<typeof ExportPage>;
