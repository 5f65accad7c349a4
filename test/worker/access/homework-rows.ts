import { paths } from "../../../shared/api/paths.ts";
import { COURSE, putAnswer, textOf } from "../homework.ts";
import type { Rows } from "./school.ts";

/** The homework, its answers and what is handed in. */
export const homeworkRows: Rows = {
  "GET /api/courses/:course/assignment": {
    ask: (b) => b.send(paths.assignment(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/assignment": {
    ask: (b) => b.put(paths.assignment(COURSE), { base: 1, dueAt: null }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "GET /api/courses/:course/assignment/versions": {
    ask: (b) => b.send(paths.versions(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/assignment/versions/:version": {
    ask: (b) => b.send(paths.version(COURSE, "1")),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/assignment/answered": {
    ask: (b) => b.send(paths.answered(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "GET /api/courses/:course/answers": {
    ask: (b) => b.send(paths.answers(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/answers/:cell": {
    ask: (b) => putAnswer(b, "1f-text", { answer: textOf("It falls.") }),
    statuses: [401, 401, 401, 200, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/submissions": {
    ask: (b) => b.send(paths.submissions(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/submissions/:id": {
    ask: (b) => b.put(paths.submission(COURSE, crypto.randomUUID()), { version: 1, revisions: {} }),
    statuses: [401, 401, 401, 201, 201, 201, 201, 201],
  },
  "GET /api/courses/:course/submissions/:id": {
    ask: (b, { submission }) => b.send(paths.submission(COURSE, submission)),
    statuses: [404, 404, 404, 404, 200, 200, 200, 200],
  },
};
