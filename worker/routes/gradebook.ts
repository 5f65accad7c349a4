import { Hono } from "hono";
import type { ApiError } from "../../shared/api/errors.ts";
import type {
  GradebookPartView,
  GradebookStudentView,
  ReusedCommentList,
} from "../../shared/api/grading/graded-work.ts";
import { paths } from "../../shared/api/paths.ts";
import { findPart, listPlacedParts } from "../../shared/assignment/find-part.ts";
import { MAX_GRADED_AT_ONCE } from "../../shared/limits.ts";
import type { LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { buildGradebook } from "../grading/build-gradebook.ts";
import { readGradedWeights } from "../grading/read-graded-weights.ts";
import { buildPartOfStudent, readContent } from "../grading/read-work.ts";
import { NO_SUCH_PART, NO_SUCH_STUDENT } from "../grading/refusals.ts";
import { buildStanding } from "../grading/standing.ts";
import { readPresent } from "../homework/read-present.ts";
import { readBook } from "../store/gradebooks.ts";
import { listStudents, listWholeStudents } from "../store/graded-students.ts";
import { readGrader } from "./graders.ts";

/** Everyone's grades, and what there is to grade. */
export const gradebook = new Hono<LabEnv>();
const PRIVATE = { "Cache-Control": "private, no-store" };

gradebook.get(paths.gradebook(":course"), async (c) => {
  const member = await readGrader(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const { course } = member;
  const [present, book, students] = await Promise.all([
    readPresent(c.env.DB, course),
    readBook(c.env.DB, course),
    listStudents(c.env.DB, course),
  ]);
  return c.json(buildGradebook(present, { book, students }), 200, PRIVATE);
});

gradebook.get(paths.gradebookPart(":course", ":part"), async (c) => {
  const member = await readGrader(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const handles = (c.req.query("students") ?? "").split(",").filter((handle) => handle !== "");
  if (handles.length === 0 || handles.length > MAX_GRADED_AT_ONCE) return refuse(c, SOME_HANDLES);
  const { course } = member;
  const [present, { hidden, comments }, found] = await Promise.all([
    readPresent(c.env.DB, course),
    readBook(c.env.DB, course),
    listWholeStudents(c.env.DB, { course, handles }),
  ]);
  const placed = findPart(present.assignment, c.req.param("part"));
  if (placed === null) return refuse(c, NO_SUCH_PART);
  const { id, problem, part } = placed;
  const parts = new Set(listPlacedParts(present.assignment).map((one) => one.id));
  const students = handles.flatMap((handle) => found.filter((student) => student.handle === handle));
  const contents = await Promise.all(students.map((student) => readContent(c.env.BYTES, student)));
  return c.json(
    {
      id,
      problem: { number: problem.number, title: problem.title },
      part,
      version: present.version,
      hidden,
      comments: comments.filter((comment) => comment.part === null || comment.part === id),
      students: students.map((student, i) => ({
        ...buildStanding(student, { hidden, parts }),
        ...buildPartOfStudent(student, { present, part, id, content: contents[i] ?? null, hidden }),
      })),
    } satisfies GradebookPartView,
    200,
    PRIVATE,
  );
});

const SOME_HANDLES: ApiError = {
  reason: "invalid",
  message: `expected students to be 1 to ${MAX_GRADED_AT_ONCE} handles of the gradebook, with commas between them`,
  field: "students",
};

gradebook.get(paths.gradebookStudent(":course", ":handle"), async (c) => {
  const member = await readGrader(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const { course } = member;
  const [present, { hidden, comments }, [student]] = await Promise.all([
    readPresent(c.env.DB, course),
    readBook(c.env.DB, course),
    listWholeStudents(c.env.DB, { course, handles: [c.req.param("handle")] }),
  ]);
  if (student === undefined) return refuse(c, NO_SUCH_STUDENT);
  const content = await readContent(c.env.BYTES, student);
  const placed = listPlacedParts(present.assignment);
  const standing = buildStanding(student, { hidden, parts: new Set(placed.map(({ id }) => id)) });
  const { handle, who } = standing;
  return c.json(
    {
      ...standing,
      title: present.assignment.title,
      version: present.version,
      hidden,
      parts: placed.map(({ id, problem, part }) => ({
        ...{ id, problem: { number: problem.number, title: problem.title }, part },
        ...buildPartOfStudent(student, { present, part, id, content, hidden }),
      })),
      comments: [...comments],
      requests: student.requests.map((request) => ({ ...request, handle, who })),
    } satisfies GradebookStudentView,
    200,
    PRIVATE,
  );
});

gradebook.get(paths.gradedWeights(":course", ":handle", ":cell"), async (c) => {
  const { course, handle, cell } = c.req.param();
  const member = await readGrader(c, course);
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const [student] = await listWholeStudents(c.env.DB, { course: member.course, handles: [handle] });
  if (student === undefined) return refuse(c, NO_SUCH_STUDENT);
  const bytes = await readGradedWeights(c.env, { student, cell });
  if (bytes === null) return refuse(c, NO_WEIGHTS);
  return c.body(bytes, 200, { "Content-Type": "application/octet-stream", ...PRIVATE });
});

const NO_WEIGHTS: ApiError = {
  reason: "notFound",
  message:
    "No run of this cell was handed in, or its weights are still on their way to this part of the network; try again in a minute.",
};

gradebook.get(paths.reusedComments(":course"), async (c) => {
  const member = await readGrader(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const { comments } = await readBook(c.env.DB, member.course);
  return c.json({ comments: [...comments] } satisfies ReusedCommentList);
});
