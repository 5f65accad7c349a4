import type { DraftAssignment, DraftPart, DraftProblem } from "./draft.ts";
import type { Place } from "./history.ts";

export function nameProblem({ number }: DraftProblem): string {
  return `Problem ${String(number ?? "")}`;
}

export function namePart(problem: DraftProblem, { letter }: DraftPart): string {
  return `${nameProblem(problem)} (${letter})`;
}

/** What is at a place, as headings call it. */
export function namePlace({ problems }: DraftAssignment, place: Place): string {
  const problem = problems[place.problem ?? -1];
  if (problem === undefined) return "The homework as a whole";
  const part = problem.parts[place.part ?? -1];
  return part === undefined ? nameProblem(problem) : namePart(problem, part);
}

/** The nearest place that the draft has: what was open may be gone. */
export function nearestPlace({ problems }: DraftAssignment, place: Place): Place {
  if (place.problem === null || problems.length === 0) return { problem: null, part: null };
  const problem = Math.min(place.problem, problems.length - 1);
  const last = (problems[problem]?.parts.length ?? 0) - 1;
  return { problem, part: place.part === null || last < 0 ? null : Math.min(place.part, last) };
}

/** The place that the field at a path belongs to. */
export function placeOf(path: readonly PropertyKey[]): Place {
  const [top, problem, list, part] = path;
  if (top !== "problems" || typeof problem !== "number") return { problem: null, part: null };
  return { problem, part: list === "parts" && typeof part === "number" ? part : null };
}

export function isSamePlace(a: Place, b: Place): boolean {
  return a.problem === b.problem && a.part === b.part;
}
