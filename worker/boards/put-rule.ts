import type { ApiError } from "../../shared/api/errors.ts";
import type { BoardRule } from "../../shared/boards/rule.ts";
import { JUDGED_RUNS_A_STATEMENT, MAX_BOARDS } from "../../shared/limits.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { canonicalJson } from "../../shared/spec/identity.ts";
import { insertAudit } from "../store/audit-log.ts";
import { deleteEntries, insertEntries, type NewEntry } from "../store/board-entries.ts";
import { bumpBoards, deleteBoard, listBoards, putRule as putStored } from "../store/boards.ts";
import type { Member } from "../store/members.ts";
import { readSchedule } from "../store/schedules.ts";
import { judgeCourse } from "./judge-course.ts";

/** An upload that was under way while a rule changed is stored by then. */
const UPLOAD_MILLISECONDS = 120_000;

export type RuleToPut = {
  readonly actor: Member;
  /** The revision that was changed, 0 for a new board. */
  readonly base: number;
  readonly rule: BoardRule;
  readonly now: string;
};

/** Adds or changes a board and judges the runs that are there, in one transaction; a failure says that someone else was first. */
export async function putRule(
  db: D1Database,
  { actor, base, rule, now }: RuleToPut,
): Promise<Result<{ readonly revision: number }, ApiError>> {
  const { course } = actor;
  const [boards, { zone }] = await Promise.all([listBoards(db, course), readSchedule(db, course)]);
  const present = boards.find((board) => board.rule.id === rule.id);
  // What is sent again after its response was lost comes with the base of the first time.
  if (present !== undefined && canonicalJson(present.rule) === canonicalJson(rule)) return success(present);
  if (base !== (present?.revision ?? 0)) return failure(overtaken(rule.id, present !== undefined));
  if (present === undefined && boards.length >= MAX_BOARDS) return failure(TOO_MANY);

  const { entries } = await judgeCourse(db, { course, rule, zone });
  const kind = present === undefined ? "boardAdded" : "boardChanged";
  const change = { kind, board: rule.title, state: rule.state, rule } as const;
  const [stored] = await db.batch([
    putStored(db, { course, base, rule }),
    insertAudit(db, { actor, change, now }),
    deleteEntries(db, { course, rule }),
    ...insertAll(db, { course, rule }, entries),
    bumpBoards(db, course),
  ]);
  if (stored === undefined || stored.meta.changes === 0) return failure(overtaken(rule.id, true));
  await enterLateComers(db, { course, rule, zone, now });
  const after = (await listBoards(db, course)).find((board) => board.rule.id === rule.id);
  return after === undefined ? failure(overtaken(rule.id, false)) : success(after);
}

/** Runs that were stored between the judging and the change of the rule, by uploads that knew the rule of before. */
async function enterLateComers(
  db: D1Database,
  { course, rule, zone, now }: { course: string; rule: BoardRule; zone: string; now: string },
): Promise<void> {
  const recent = new Date(Date.parse(now) - UPLOAD_MILLISECONDS).toISOString();
  // A day's attempts are known to who sees all of the day.
  const since = rule.attemptsADay === null ? recent : "";
  const { entries } = await judgeCourse(db, { course, rule, zone, since });
  if (entries.length > 0)
    await db.batch([...insertAll(db, { course, rule }, entries), bumpBoards(db, course)]);
}

function insertAll(db: D1Database, by: { course: string; rule: BoardRule }, entries: readonly NewEntry[]) {
  return Array.from({ length: Math.ceil(entries.length / JUDGED_RUNS_A_STATEMENT) }, (_, i) =>
    insertEntries(db, by, entries.slice(i * JUDGED_RUNS_A_STATEMENT, (i + 1) * JUDGED_RUNS_A_STATEMENT)),
  );
}

/** Deletes a board; false where there is none of this id. The runs that it ranked stay. */
export async function deleteRule(
  db: D1Database,
  { actor, board, now }: { actor: Member; board: string; now: string },
): Promise<boolean> {
  const { course } = actor;
  const present = (await listBoards(db, course)).find(({ rule }) => rule.id === board);
  if (present === undefined) return false;
  await db.batch([
    ...deleteBoard(db, { course, board }),
    insertAudit(db, { actor, change: { kind: "boardDeleted", board: present.rule.title }, now }),
    bumpBoards(db, course),
  ]);
  return true;
}

const TOO_MANY: ApiError = {
  reason: "conflict",
  message: `A course has at most ${MAX_BOARDS} boards; delete one first.`,
};

function overtaken(board: string, isThere: boolean): ApiError {
  return {
    reason: "conflict",
    message: isThere
      ? `The board ${board} was changed or made by someone else in the meantime. Get it again, make your change there, and put it with its revision as base.`
      : `The course has no board ${board} any more; put it with base 0 to make it anew.`,
    field: "base",
  };
}
