import { paths } from "../../../shared/api/paths.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";
import { builtInRule } from "../../../shared/boards/built-in.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { COURSE } from "../homework.ts";
import type { Rows } from "./school.ts";

const [mlp] = BUILT_IN_PROBLEMS.map(builtInRule);
const rule: BoardRule | undefined = mlp && { ...mlp, id: "fewest-epochs" };

/** Boards, their rules, and whose name stands on them. */
export const boardRows: Rows = {
  "GET /api/courses/:course/boards/:board": {
    ask: (b) => b.send(paths.board(COURSE, "problem-1")),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "GET /api/courses/:course/boards": {
    ask: (b) => b.send(paths.boards(COURSE)),
    statuses: [404, 404, 404, 404, 404, 200, 200, 200],
  },
  "POST /api/courses/:course/boards/trial": {
    ask: (b) => b.post(paths.boardTrial(COURSE), { rule }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "PUT /api/courses/:course/boards/:board": {
    ask: (b) => b.put(paths.board(COURSE, "fewest-epochs"), { base: 0, rule }),
    statuses: [401, 401, 401, 403, 403, 403, 200, 200],
  },
  "DELETE /api/courses/:course/boards/:board": {
    ask: (b) => b.remove(paths.board(COURSE, "problem-3")),
    statuses: [401, 401, 401, 403, 403, 403, 204, 404],
  },
  "GET /api/courses/:course/shown-name": {
    ask: (b) => b.send(paths.shownName(COURSE)),
    statuses: [404, 404, 404, 200, 200, 200, 200, 200],
  },
  "PUT /api/courses/:course/shown-name": {
    ask: (b) => b.put(paths.shownName(COURSE), { shown: true }),
    statuses: [401, 401, 401, 200, 200, 200, 200, 200],
  },
};
