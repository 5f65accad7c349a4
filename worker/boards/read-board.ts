import type { CourseSpec } from "../../shared/api/courses.ts";
import { floorAt } from "../floors.ts";
import { type Leader, listLeaders, listRanked, type RankedRun } from "../store/boards.ts";
import { type Course, readCourse } from "../store/courses.ts";
import { listCourseSpecs } from "../store/specs.ts";
import { makeRecent } from "./recent.ts";

/** A board as it is for everyone: which rows are whose is told by member ids, which no reader gets to see. */
export type SharedBoard = {
  readonly spec: CourseSpec;
  readonly widths: readonly {
    readonly width: number;
    readonly floor: number;
    readonly leader: Leader | null;
  }[];
  readonly width: number;
  readonly ranked: readonly RankedRun[];
};

/** A new result shows within two seconds: the page's second, this half one, and the way. */
const courses = makeRecent<Course>(500);
/** Under a version's name a board never changes; kept for the readers who come in the next moments. */
const boards = makeRecent<SharedBoard>(10_000);

export function readRecentCourse(db: D1Database, course: string, now: number): Promise<Course | null> {
  return courses.read(course, now, () => readCourse(db, course));
}

/** Call it when a run was stored: this isolate's readers then see it at once. */
export function forgetRecentCourse(course: string): void {
  courses.forget(course);
}

/** For tests, whose databases come and go within one isolate. */
export function forgetEverything(): void {
  courses.forgetAll();
  boards.forgetAll();
}

/** The board of a problem at a width of its own choice where `width` is none of its widths; null where there is none. */
export function readSharedBoard(
  db: D1Database,
  { course, problem, width, now }: { course: Course; problem: string; width: number; now: number },
): Promise<SharedBoard | null> {
  const key = JSON.stringify([course.course, course.boardVersion, problem, width]);
  return boards.read(key, now, () => buildBoard(db, { course: course.course, problem, width }));
}

async function buildBoard(
  db: D1Database,
  { course, problem, width }: { course: string; problem: string; width: number },
): Promise<SharedBoard | null> {
  const spec = (await listCourseSpecs(db, course)).find((one) => one.problem === problem);
  if (spec === undefined || spec.sweep.spec.dataset.split.kind !== "random") return null;
  const leaders = await listLeaders(db, { course, problem });
  // The widths of the problem's sweep and every other that has runs, in order.
  const all = new Set([...spec.sweep.widths, ...leaders.map((leader) => leader.width)]);
  const widths = [...all]
    .sort((a, b) => a - b)
    .map((one) => ({
      width: one,
      floor: floorAt(spec.sweep.spec, one),
      leader: leaders.find((leader) => leader.width === one) ?? null,
    }));
  const shown = all.has(width) ? width : (widths[0]?.width ?? 0);
  return { spec, widths, width: shown, ranked: await listRanked(db, { course, problem, width: shown }) };
}
