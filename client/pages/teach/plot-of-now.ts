import type { ClassPart, ClassPlotName } from "../../../shared/api/class.ts";
import type { Student } from "./students.ts";

/** So many of the class have begun a part before its plot says something about the class. */
const BEGUN_SHARE = 0.25;

/** The plot that the class is at: the last whose part a quarter of the class has begun, else the first; null where there is none. */
export function plotOfNow(
  plots: readonly ClassPlotName[],
  parts: readonly Pick<ClassPart, "id">[],
  students: readonly Student[],
): ClassPlotName | null {
  const begun = (part: string) => {
    const at = parts.findIndex(({ id }) => id === part);
    return students.filter(({ states }) => (states[at] ?? "empty") !== "empty").length;
  };
  const reached = plots.findLast(
    ({ part }) => students.length > 0 && begun(part) >= BEGUN_SHARE * students.length,
  );
  return reached ?? plots[0] ?? null;
}
