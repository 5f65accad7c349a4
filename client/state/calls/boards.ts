import * as z from "zod/mini";
import { BoardList, BoardPut, ShownName, Trial } from "../../../shared/api/boards.ts";
import { paths } from "../../../shared/api/paths.ts";
import type { BoardRule } from "../../../shared/boards/rule.ts";
import { ask } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();

/** The rules of a course's boards, and whether one's name stands on them. */
export const boardCalls = {
  list: (course: string) => ask({ path: paths.boards(encodeURIComponent(course)), answer: BoardList }),

  /** `base` is the revision that was changed, 0 for a new board. */
  put: (course: string, { base, rule }: { readonly base: number; readonly rule: BoardRule }) =>
    ask({
      path: paths.board(encodeURIComponent(course), encodeURIComponent(rule.id)),
      answer: BoardPut,
      method: "PUT",
      json: { base, rule },
    }),

  remove: (course: string, board: string) =>
    ask({
      path: paths.board(encodeURIComponent(course), encodeURIComponent(board)),
      answer: NOTHING,
      method: "DELETE",
    }),

  /** What a rule would make of the runs that are there. */
  trial: (course: string, rule: BoardRule) =>
    ask({
      path: paths.boardTrial(encodeURIComponent(course)),
      answer: Trial,
      method: "POST",
      json: { rule },
    }),

  shownName: (course: string) =>
    ask({ path: paths.shownName(encodeURIComponent(course)), answer: ShownName }),

  setShownName: (course: string, shown: boolean) =>
    ask({
      path: paths.shownName(encodeURIComponent(course)),
      answer: ShownName,
      method: "PUT",
      json: { shown },
    }),
};
