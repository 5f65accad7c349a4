import type { ApiError } from "../../shared/api/errors.ts";
import type { PutRoster, RosterLine, RosterReport } from "../../shared/api/roster.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { type ParsedRoster, parseRoster } from "../../shared/roster/parse-roster.ts";
import { type ImportPlan, planImport } from "../../shared/roster/plan-import.ts";
import { insertAuditEntry } from "../store/audit-log.ts";
import { listRoster, writeRoster } from "../store/roster.ts";
import type { Act } from "./staff.ts";

/**
 * Puts a file's people on the roster of the actor's course, all or none, and tells what came of every line. Importing the same
 * file again changes nothing.
 */
export async function importRoster(
  act: Act,
  { csv, dryRun = false, removeMissing = false }: PutRoster,
): Promise<Result<RosterReport, ApiError>> {
  const parsed = parseRoster(csv);
  const plan = planImport(parsed, await listRoster(act.db, act.actor.course), { removeMissing });
  if (dryRun) return success(buildReport(parsed, plan, { imported: false }));
  if (plan.wrong.length > 0) return failure(sayWrong(plan));
  return (await write(act, plan))
    ? success(buildReport(parsed, plan, { imported: true }))
    : failure(OVERTAKEN);
}

/** False where another import came first. */
async function write({ db, actor, now }: Act, { added, changed, missing }: ImportPlan): Promise<boolean> {
  const removed = missing.flatMap(({ row, removed }) => (removed ? [row.id] : []));
  const counts = { added: added.length, changed: changed.length, removed: removed.length };
  if (counts.added + counts.changed + counts.removed === 0) return true;
  try {
    await db.batch([
      ...writeRoster(db, {
        course: actor.course,
        added: added.map(({ fields }) => ({ id: crypto.randomUUID(), ...fields })),
        changed: changed.map(({ id, fields }) => ({ id, ...fields })),
        removed,
        now,
      }),
      insertAuditEntry(db, { actor, change: { kind: "rosterImported", ...counts }, now }),
    ]);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("UNIQUE constraint failed: roster."))) throw error;
    return false;
  }
  return true;
}

function buildReport(
  { skipped }: ParsedRoster,
  { added, changed, same, wrong, missing }: ImportPlan,
  { imported }: { imported: boolean },
): RosterReport {
  const lines: RosterLine[] = [
    ...added.map(({ line, fields }) => ({ outcome: "added" as const, line, name: fields.name })),
    ...changed.map(({ line, fields, changes }) => ({
      ...{ outcome: "changed" as const, line, name: fields.name },
      changes: [...changes],
    })),
    ...same.map((one) => ({ outcome: "same" as const, ...one })),
    ...skipped.map((one) => ({ outcome: "skipped" as const, ...one })),
    ...wrong.map((one) => ({ outcome: "wrong" as const, ...one })),
  ];
  return {
    imported,
    lines: lines.sort((a, b) => a.line - b.line),
    missing: missing.map(({ row, removed }) => ({
      ...{ name: row.name, section: row.section },
      ...{ joined: row.member !== null, removed },
    })),
  };
}

const SHOWN = 3;

function sayWrong({ wrong }: ImportPlan): ApiError {
  const shown = wrong.slice(0, SHOWN).map(({ line, why }) => `line ${line}: ${why}`);
  const more = wrong.length > SHOWN ? `; and ${wrong.length - SHOWN} more, which dryRun tells` : "";
  return { reason: "invalid", message: `Nothing was imported. ${shown.join("; ")}${more}`, field: "csv" };
}

const OVERTAKEN: ApiError = {
  reason: "conflict",
  message: "The roster was changed by someone else just now; nothing was imported. Try again.",
};
