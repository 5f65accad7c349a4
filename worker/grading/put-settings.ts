import type { ApiError } from "../../shared/api/errors.ts";
import type { GradebookSettings } from "../../shared/api/grading/gradebook.ts";
import type { Change } from "../../shared/api/staff.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { insertAudit } from "../store/audit-log.ts";
import { type BookState, putBook, readBook, renewHandles } from "../store/gradebooks.ts";
import type { Member } from "../store/members.ts";
import { overtaken } from "./refusals.ts";

type Act = { readonly actor: Member; readonly base: number; readonly now: string };

/** Sets whether names are hidden, and Canvas's column; a failure says that someone else was first. */
export function putSettings(
  db: D1Database,
  { anonymous, columnHeader, ...act }: Act & Pick<BookState, "anonymous" | "columnHeader">,
): Promise<Result<GradebookSettings, ApiError>> {
  return changeBook(db, act, (state) => ({
    after: { ...state, anonymous, columnHeader },
    change: { kind: "gradebookChanged", anonymous, columnHeader },
    isSame: state.anonymous === anonymous && state.columnHeader === columnHeader,
  }));
}

/** Shows students all grades, or none of them any more; a failure says that someone else was first. */
export function putRelease(
  db: D1Database,
  { released, ...act }: Act & { readonly released: boolean },
): Promise<Result<GradebookSettings, ApiError>> {
  return changeBook(db, act, (state) => ({
    after: { ...state, release: released ? { at: act.now, by: act.actor.id } : null },
    change: { kind: "gradesReleased", released },
    isSame: (state.release !== null) === released,
  }));
}

type Plan = { readonly after: BookState; readonly change: Change; readonly isSame: boolean };

async function changeBook(
  db: D1Database,
  { actor, base, now }: Act,
  plan: (state: BookState) => Plan,
): Promise<Result<GradebookSettings, ApiError>> {
  const { course } = actor;
  const { settings, state, hidden } = await readBook(db, course);
  const { after, change, isSame } = plan(state);
  if (isSame) return success(settings);
  const hides = !hidden && after.anonymous && after.release === null;
  const [stored] = await db.batch([
    putBook(db, { course, base, ...after }),
    insertAudit(db, { actor, change, now }),
    ...(hides ? [renewHandles(db, { course, revision: base + 1 })] : []),
  ]);
  const newest = (await readBook(db, course)).settings;
  return stored !== undefined && stored.meta.changes > 0
    ? success(newest)
    : failure(overtaken("The gradebook", { base, newest: newest.revision }));
}
