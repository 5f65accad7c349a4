import { paths } from "../../../shared/api/paths.ts";
import { COURSE } from "../homework.ts";
import type { Rows } from "./school.ts";

/** Whom a course expects, and who of them a student is. */
export const rosterRows: Rows = {
  "GET /api/courses/:course/roster": {
    ask: (b) => b.send(paths.roster(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "PUT /api/courses/:course/roster": {
    ask: (b) => b.put(paths.roster(COURSE), { csv: "name,student id\nAda,1" }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "PUT /api/courses/:course/roster/:row/member": {
    ask: (b, { bystander }) => b.put(paths.rosterMember(COURSE, crypto.randomUUID()), { member: bystander }),
    statuses: [401, 401, 401, 403, 403, 403, 404, 404],
  },
  "DELETE /api/courses/:course/roster/:row/member": {
    ask: (b) => b.remove(paths.rosterMember(COURSE, crypto.randomUUID())),
    statuses: [401, 401, 401, 403, 403, 403, 404, 404],
  },
  "PUT /api/courses/:course/members/:member/name": {
    ask: (b, { bystander }) => b.put(paths.memberName(COURSE, bystander), { name: "Ada" }),
    statuses: [401, 401, 401, 403, 403, 403, 204, 204],
  },
};
