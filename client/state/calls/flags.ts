import * as z from "zod/mini";
import { FlagList, FlagView } from "../../../shared/api/flags.ts";
import { paths } from "../../../shared/api/paths.ts";
import { ask } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();
/** Evidence trains again, and a first look measures what honest training gives. */
const TIMEOUT_MILLISECONDS = 60_000;

/** What who may see flags asks of them. */
export const flagCalls = {
  list: (course: string) =>
    ask({
      path: paths.flags(encodeURIComponent(course)),
      answer: FlagList,
      timeoutMs: TIMEOUT_MILLISECONDS,
    }),

  view: ({ course, flag }: FlagName) =>
    ask({
      path: paths.flag(encodeURIComponent(course), flag),
      answer: FlagView,
      timeoutMs: TIMEOUT_MILLISECONDS,
    }),

  review: ({ course, flag }: FlagName, note: string) =>
    ask({
      path: paths.flagReview(encodeURIComponent(course), flag),
      answer: NOTHING,
      method: "PUT",
      json: { note },
    }),

  reopen: ({ course, flag }: FlagName) =>
    ask({
      path: paths.flagReview(encodeURIComponent(course), flag),
      answer: NOTHING,
      method: "DELETE",
    }),
};

export type FlagName = { readonly course: string; readonly flag: string };
