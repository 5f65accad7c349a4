import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { GradebookPartView } from "../../../shared/api/grading/graded-work.ts";
import { MAX_GRADED_AT_ONCE } from "../../../shared/limits.ts";
import type { ApiFailure } from "../../state/api.ts";
import { gradesCalls } from "../../state/calls/grades.ts";

export type StudentOfPart = GradebookPartView["students"][number];
/** What is the same for all students of the part. */
export type PartOfClass = Omit<GradebookPartView, "students">;

/** The work of one part, student by student, asked for a few at a time and kept; `want` those that will be looked at. */
export function createPartWork(question: Accessor<{ readonly course: string; readonly part: string }>) {
  const [ofClass, setOfClass] = createSignal<PartOfClass | null>(null);
  const [students, setStudents] = createSignal<ReadonlyMap<string, StudentOfPart>>(new Map());
  const [failed, setFailed] = createSignal<ApiFailure | null>(null);
  /** Handles that are nobody's (any more). */
  const [gone, setGone] = createSignal<ReadonlySet<string>>(new Set());
  const underway = new Set<string>();
  let round = 0;
  onCleanup(() => {
    round = -1;
  });
  createEffect(
    on(question, () => {
      round++;
      underway.clear();
      setOfClass(null);
      setStudents(new Map());
      setGone(new Set<string>());
      setFailed(null);
    }),
  );

  async function ask(handles: readonly string[]): Promise<void> {
    const mine = round;
    const { course, part } = question();
    for (const handle of handles) underway.add(handle);
    const answer = await gradesCalls.part(course, part, handles);
    if (mine !== round) return;
    for (const handle of handles) underway.delete(handle);
    if (!answer.ok) {
      setFailed(answer.error);
      return;
    }
    const { students: came, ...same } = answer.value;
    setFailed(null);
    setOfClass(same);
    setStudents((now) => new Map([...now, ...came.map((one) => [one.handle, one] as const)]));
    const here = new Set(came.map(({ handle }) => handle));
    setGone((now) => new Set([...now, ...handles.filter((handle) => !here.has(handle))]));
  }

  return {
    ofClass,
    failed,
    student: (handle: string) => students().get(handle) ?? null,
    isGone: (handle: string) => gone().has(handle),
    /** Asks for whoever of these is not here yet, the first of them first. */
    want(handles: readonly string[]): void {
      const missing = handles.filter(
        (handle) => !students().has(handle) && !gone().has(handle) && !underway.has(handle),
      );
      if (missing.length > 0) void ask(missing.slice(0, MAX_GRADED_AT_ONCE));
    },
    /** Asks anew, also for what is here. */
    again: (handles: readonly string[]) => ask(handles.slice(0, MAX_GRADED_AT_ONCE)),
    change(handle: string, how: (student: StudentOfPart) => StudentOfPart): void {
      const now = students().get(handle);
      if (now !== undefined) setStudents((all) => new Map(all).set(handle, how(now)));
    },
    setComments: (comments: PartOfClass["comments"]) =>
      setOfClass((now) => (now === null ? null : { ...now, comments })),
  };
}
