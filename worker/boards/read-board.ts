import type { Baseline } from "../../shared/api/boards.ts";
import { pcaBeside } from "../../shared/boards/baselines.ts";
import type { BoardRule } from "../../shared/boards/rule.ts";
import { latentSize, layersOfWidth } from "../../shared/spec/latent-width.ts";
import { readDigits } from "../digits.ts";
import { listBoards, type StoredBoard } from "../store/boards.ts";
import { type Course, readCourse } from "../store/courses.ts";
import { type Leader, listLeaders, listRanked, type RankedRun } from "../store/rankings.ts";
import { buildBaselines } from "./baselines.ts";
import { makeRecent } from "./recent.ts";

/** A board as it is for everyone: which rows are whose is told by member ids, which no reader gets to see. */
export type SharedBoard = {
  /** Empty where all are ranked together; `width` is null then. */
  readonly widths: readonly {
    readonly width: number;
    readonly floor: number | null;
    readonly leader: Leader | null;
  }[];
  readonly width: number | null;
  readonly ranked: readonly (RankedRun & { readonly beside: number | null })[];
  readonly baselines: readonly Baseline[];
};

/** A new result shows within two seconds: the page's second, this half one, and the way. */
const courses = makeRecent<Course>(500);
/** Under a version's name a board never changes; kept for the readers who come in the next moments. */
const rules = makeRecent<readonly StoredBoard[]>(10_000);
const boards = makeRecent<SharedBoard>(10_000);

export function readRecentCourse(db: D1Database, course: string, now: number): Promise<Course | null> {
  return courses.read(course, now, () => readCourse(db, course));
}

/** Call it when a run was stored or a rule changed: this isolate's readers then see it at once. */
export function forgetRecentCourse(course: string): void {
  courses.forget(course);
}

/** For tests, whose databases come and go within one isolate. */
export function forgetEverything(): void {
  courses.forgetAll();
  rules.forgetAll();
  boards.forgetAll();
}

/** The boards of a course in the order of its tabs. */
export async function readRules(
  db: D1Database,
  { course, boardVersion }: Course,
  now: number,
): Promise<readonly StoredBoard[]> {
  const key = JSON.stringify([course, boardVersion]);
  return (await rules.read(key, now, () => listBoards(db, course))) ?? [];
}

/** A board's ranking, at a width of its own choice where `width` is none of its widths. */
export async function readSharedBoard(
  db: D1Database,
  { course, rule, width, now }: { course: Course; rule: BoardRule; width: number; now: number },
): Promise<SharedBoard> {
  const key = JSON.stringify([course.course, course.boardVersion, rule.id, width]);
  const board = await boards.read(key, now, () => buildBoard(db, { course: course.course, rule, width }));
  if (board === null) throw new Error("a board that is built is there");
  return board;
}

async function buildBoard(
  db: D1Database,
  { course, rule, width }: { course: string; rule: BoardRule; width: number },
): Promise<SharedBoard> {
  const digits = readDigits();
  const { counts, ranking } = rule;
  const isByWidth = ranking.kind === "byWidth";
  const leaders = isByWidth ? await listLeaders(db, { course, board: rule.id, counts }) : [];
  // The widths that the rule names and every other that has runs, in order.
  const all = new Set([...(isByWidth ? ranking.widths : []), ...leaders.map((leader) => leader.width)]);
  const widths = [...all]
    .sort((a, b) => a - b)
    .map((one) => ({
      width: one,
      floor: pcaBeside(rule, latentSizeAt(rule, one), digits),
      leader: leaders.find((leader) => leader.width === one) ?? null,
    }));
  const shown = all.has(width) ? width : (widths[0]?.width ?? null);
  const ranked = await listRanked(db, { course, board: rule.id, counts, width: shown ?? 0 });
  return {
    widths,
    width: shown,
    ranked: ranked.map((run) => ({ ...run, beside: pcaBeside(rule, run.latent_size, digits) })),
    baselines: buildBaselines(rule, shown, digits),
  };
}

/** How many numbers the latent holds at a width: as many, or 64 a kernel. */
function latentSizeAt({ limits: { model } }: BoardRule, width: number): number {
  const layers = model === null ? null : layersOfWidth(model, width);
  return model === null || layers === null ? width : latentSize({ ...model, layers });
}
