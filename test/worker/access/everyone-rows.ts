import { paths } from "../../../shared/api/paths.ts";
import { DIGITS_PATH } from "../../../shared/dataset/digits.ts";
import { specId } from "../../../shared/spec/identity.ts";
import { COURSE } from "../homework.ts";
import { problem1 } from "../real-run.ts";
import type { Rows } from "./school.ts";

/** What is served to anyone, and courses themselves. */
export const everyoneRows: Rows = {
  [`GET ${DIGITS_PATH}`]: {
    ask: (b) => b.send(DIGITS_PATH),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "GET /api/specs": { ask: (b) => b.send(paths.specs), statuses: [200, 200, 200, 200, 200, 200, 200, 200] },
  "GET /api/specs/:id": {
    ask: (b) => b.send(paths.spec(specId(problem1(5)))),
    statuses: [200, 200, 200, 200, 200, 200, 200, 200],
  },
  "POST /api/courses": {
    ask: (b) => b.post(paths.courses, { course: "mine", title: "Mine" }),
    statuses: [401, 401, 401, 401, 401, 401, 401, 401],
  },
  "GET /api/courses/:course": {
    ask: (b) => b.send(paths.course(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "GET /assets/*": {
    ask: (b) => b.send("/assets/no-such-file.js"),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404],
  },
};
