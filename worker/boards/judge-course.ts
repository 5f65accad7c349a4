import type { Trial } from "../../shared/api/boards.ts";
import { dayIn } from "../../shared/boards/day.ts";
import { makeJudge, WHY } from "../../shared/boards/judge.ts";
import type { BoardRule } from "../../shared/boards/rule.ts";
import type { NewEntry } from "../store/board-entries.ts";
import { readRunsToJudge } from "../store/judged-runs.ts";
import { readSpecFacts } from "./spec-facts.ts";

/** What a rule makes of the runs of a course: those that count, and how many do not, by the reason why. */
export type JudgedCourse = {
  readonly entries: readonly NewEntry[];
  readonly others: ReadonlyMap<string, number>;
};

/** Judges every run of a course, in the order of their coming, so that of a day's attempts the first ones count. */
export async function judgeCourse(
  db: D1Database,
  { course, rule, zone, since = "" }: { course: string; rule: BoardRule; zone: string; since?: string },
): Promise<JudgedCourse> {
  const judge = makeJudge(rule);
  const entries: NewEntry[] = [];
  const others = new Map<string, number>();
  const attempts = new Map<string, number>();
  const refuse = (why: string) => others.set(why, (others.get(why) ?? 0) + 1);

  for await (const runs of readRunsToJudge(db, { course, since })) {
    const facts = await readSpecFacts(
      db,
      runs.map(({ specId }) => specId),
    );
    for (const run of runs) {
      const of = facts.get(run.specId);
      if (of === undefined) throw new Error(`run ${run.id} names a spec that is not stored`);
      const judged = judge({ ...run, facts: of });
      if (!judged.counts) {
        refuse(judged.why);
        continue;
      }
      const { width, latentSize, cost } = judged;
      const day = dayIn(zone, Date.parse(run.receivedAt));
      const key = `${run.member} ${width} ${day}`;
      const before = attempts.get(key) ?? 0;
      if (rule.attemptsADay !== null && before >= rule.attemptsADay) {
        refuse(WHY.attempts);
        continue;
      }
      attempts.set(key, before + 1);
      const { id, member, receivedAt } = run;
      entries.push({ run: id, member, width, latentSize, cost, receivedAt, day });
    }
  }
  return { entries, others };
}

/** The same in numbers, for who is about to change a rule. */
export function tally({ entries, others }: JudgedCourse): Trial {
  const refused = [...others].map(([why, runs]) => ({ why, runs })).toSorted((a, b) => b.runs - a.runs);
  return {
    runs: entries.length + refused.reduce((sum, { runs }) => sum + runs, 0),
    counting: entries.length,
    seats: new Set(entries.map(({ member }) => member)).size,
    others: refused,
  };
}
