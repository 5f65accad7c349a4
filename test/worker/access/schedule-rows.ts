import { paths } from "../../../shared/api/paths.ts";
import { NOTHING_DUE } from "../../../shared/assignment/deadline.ts";
import { COURSE, FAR_AHEAD } from "../homework.ts";
import type { Rows } from "./school.ts";

/** The due date, the late rule and extensions. */
export const scheduleRows: Rows = {
  "GET /api/courses/:course/schedule": {
    ask: (b) => b.send(paths.schedule(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "PUT /api/courses/:course/schedule": {
    ask: (b) => b.put(paths.schedule(COURSE), { base: 0, ...NOTHING_DUE, dueAt: FAR_AHEAD }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "GET /api/courses/:course/extensions": {
    ask: (b) => b.send(paths.extensions(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "PUT /api/courses/:course/extensions/:kind/:who": {
    ask: (b, { bystander }) => b.put(paths.extension(COURSE, "student", bystander), { dueAt: FAR_AHEAD }),
    statuses: [401, 401, 401, 403, 403, 403, 204, 204],
  },
  "DELETE /api/courses/:course/extensions/:kind/:who": {
    ask: (b, { bystander }) => b.remove(paths.extension(COURSE, "student", bystander)),
    statuses: [401, 401, 401, 403, 403, 403, 404, 404],
  },
};
