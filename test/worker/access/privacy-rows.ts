import { paths } from "../../../shared/api/paths.ts";
import { COURSE } from "../homework.ts";
import type { Rows } from "./school.ts";

/** What is held of people: erasure, exports, and what may want a second look. */
export const privacyRows: Rows = {
  "GET /api/courses/:course/mine/:table": {
    ask: (b) => b.send(paths.mine(COURSE, "runs")),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/export/:table": {
    ask: (b) => b.send(paths.courseExport(COURSE, "runs")),
    statuses: [404, 404, 404, 404, 404, 404, 200, 200],
  },
  "POST /api/courses/:course/erasure": {
    ask: (b) => b.post(paths.erasure(COURSE), { pseudonym: "nobody" }),
    statuses: [401, 401, 401, 400, 400, 403, 403, 403],
  },
  "POST /api/courses/:course/members/:member/erasure": {
    ask: (b, { bystander }) => b.post(paths.memberErasure(COURSE, bystander), { pseudonym: "nobody" }),
    statuses: [401, 401, 401, 403, 403, 403, 403, 400],
  },
};
