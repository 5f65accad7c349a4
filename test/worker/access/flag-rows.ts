import { paths } from "../../../shared/api/paths.ts";
import { COURSE } from "../homework.ts";
import type { Rows } from "./school.ts";

const FLAG = "0".repeat(64);

/** Flags: to whoever may not see them, the routes are not there. A course without flags has none of this name. */
export const flagRows: Rows = {
  "GET /api/courses/:course/flags": {
    ask: (b) => b.send(paths.flags(COURSE)),
    statuses: [404, 404, 404, 404, 404, 404, 200, 200],
  },
  "GET /api/courses/:course/flags/:flag": {
    ask: (b) => b.send(paths.flag(COURSE, FLAG)),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404],
  },
  "PUT /api/courses/:course/flags/:flag/review": {
    ask: (b) => b.put(paths.flagReview(COURSE, FLAG), { note: 7 }),
    statuses: [404, 404, 404, 404, 404, 404, 400, 400],
  },
  "DELETE /api/courses/:course/flags/:flag/review": {
    ask: (b) => b.remove(paths.flagReview(COURSE, FLAG)),
    statuses: [404, 404, 404, 404, 404, 404, 404, 404],
  },
};
