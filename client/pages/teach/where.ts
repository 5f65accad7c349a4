import type { ClassPart } from "../../../shared/api/class.ts";
import type { Here } from "../../../shared/api/live.ts";
import { PRESENCE_FRESH_MILLISECONDS } from "../../../shared/limits.ts";
import type { Student } from "./students.ts";

/** Of one part: how many students are how far, and how many have it in view now. */
export type PartCount = {
  readonly id: string;
  readonly problem: number;
  readonly ready: number;
  readonly draft: number;
  readonly empty: number;
  readonly here: number;
};

/** Those whose page said a moment ago that it is open, by member. `now` in milliseconds since 1970. */
export function listHere(all: ReadonlyMap<string, Here>, now: number): ReadonlyMap<string, Here> {
  return new Map([...all].filter(([, { at }]) => now - Date.parse(at) < PRESENCE_FRESH_MILLISECONDS));
}

export function countParts(
  parts: readonly Pick<ClassPart, "id" | "problem">[],
  students: readonly Student[],
  here: ReadonlyMap<string, Here>,
): readonly PartCount[] {
  return parts.map(({ id, problem }, i) => {
    const count = { ready: 0, draft: 0, empty: 0 };
    for (const { states } of students) count[states[i] ?? "empty"]++;
    const there = students.filter((student) => here.get(student.id)?.part === id).length;
    return { id, problem, ...count, here: there };
  });
}
