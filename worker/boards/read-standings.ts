import type { Standing } from "../../shared/api/runs.ts";
import { makeJudge, WHY } from "../../shared/boards/judge.ts";
import { rowsToEntered, selectEnteredBoards } from "../store/board-entries.ts";
import { rowsToBoards, selectBoards } from "../store/boards.ts";
import { rowsToRuns, selectRunToJudge } from "../store/judged-runs.ts";
import { readSpecFacts } from "./spec-facts.ts";

/** Where a stored run counts among those of its course's boards that rank its data and its model, and why not where it does not. */
export async function readStandings(
  db: D1Database,
  { course, run: id }: { course: string; run: string },
): Promise<readonly Standing[]> {
  const [boards, runs, entered] = await db.batch([
    selectBoards(db, course),
    selectRunToJudge(db, id),
    selectEnteredBoards(db, id),
  ]);
  const run = rowsToRuns(runs?.results ?? [])[0];
  const facts = run === undefined ? undefined : (await readSpecFacts(db, [run.specId])).get(run.specId);
  if (run === undefined || facts === undefined) return [];
  const on = rowsToEntered(entered?.results ?? []);
  return rowsToBoards(boards?.results ?? []).flatMap(({ rule }) => {
    const judged = makeJudge(rule)({ ...run, facts });
    if (!judged.counts && (judged.why === WHY.dataset || judged.why === WHY.model)) return [];
    // One that the rule lets in and that stands on no board came after its day's attempts.
    const why = on.has(rule.id) ? null : judged.counts ? WHY.attempts : judged.why;
    return [{ board: rule.id, title: rule.title, why }];
  });
}
