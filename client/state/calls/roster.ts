import * as z from "zod/mini";
import { paths } from "../../../shared/api/paths.ts";
import { type PutRoster, Roster, RosterReport } from "../../../shared/api/roster.ts";
import { ask } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();
const IMPORT_TIMEOUT_MILLISECONDS = 60_000;

/** What the staff asks of the roster and of the names of students. */
export const rosterCalls = {
  roster: (course: string) => ask({ path: paths.roster(encodeURIComponent(course)), answer: Roster }),

  /** Imports a file, or with `dryRun` only tells what would come of it. */
  put: (course: string, wish: PutRoster) =>
    ask({
      path: paths.roster(encodeURIComponent(course)),
      answer: RosterReport,
      method: "PUT",
      json: wish,
      timeoutMs: IMPORT_TIMEOUT_MILLISECONDS,
    }),

  /** Says that a student is the person of a row. */
  bind: (course: string, { row, member }: { row: string; member: string }) =>
    ask({ path: placeOf(course, row), answer: NOTHING, method: "PUT", json: { member } }),

  unbind: (course: string, row: string) =>
    ask({ path: placeOf(course, row), answer: NOTHING, method: "DELETE" }),

  rename(course: string, member: string, name: string) {
    const path = paths.memberName(encodeURIComponent(course), encodeURIComponent(member));
    return ask({ path, answer: NOTHING, method: "PUT", json: { name } });
  },
};

function placeOf(course: string, row: string): string {
  return paths.rosterMember(encodeURIComponent(course), encodeURIComponent(row));
}
