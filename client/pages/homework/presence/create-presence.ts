import { type Accessor, createEffect, createMemo, onCleanup } from "solid-js";
import { PRESENCE_AGAIN_MILLISECONDS, PRESENCE_PAUSE_MILLISECONDS } from "../../../../shared/limits.ts";
import { classCalls } from "../../../state/calls/class.ts";
import { createCourse } from "../../../state/course.ts";
import type { Work } from "../work.ts";
import { errorsOf } from "./count-troubles.ts";
import { createTroubles } from "./create-troubles.ts";

/** The page settles before it says anything: work comes first. */
const FIRST_AFTER_MILLISECONDS = 1_500;

/**
 * Tells the course's staff which part a student has in view and what keeps going wrong, as well as it can: nothing waits for it and
 * nothing is said when it fails. Silent where the member is of the staff, while there is no network and while the page is hidden.
 */
export function createPresence(work: Work, current: Accessor<string | null>): void {
  const { course } = work.notebook;
  const courses = createCourse();
  const isStudent = createMemo(
    () =>
      courses.list().find(({ membership }) => membership.course === course)?.membership.member.role ===
      "student",
  );
  const troubles = createTroubles(work);
  const parts = createMemo(
    () =>
      new Set(
        work
          .cells()
          .flatMap(({ problem, part }) => (part === null ? [] : [`${problem.number}${part.letter}`])),
      ),
  );
  /** What would be sent: nothing is sent for a scroll within a part. */
  const presence = createMemo(
    () => {
      const place = current();
      return { part: place !== null && parts().has(place) ? place : null, errors: errorsOf(troubles()) };
    },
    undefined,
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  );

  let timer: ReturnType<typeof setTimeout> | undefined;
  let notBefore = performance.now() + FIRST_AFTER_MILLISECONDS;
  /** Who is no member any more is not one by asking again. */
  let isOver = false;
  const canTell = () => isStudent() && !isOver && document.visibilityState === "visible" && navigator.onLine;

  function tellIn(milliseconds: number): void {
    clearTimeout(timer);
    if (canTell()) timer = setTimeout(tell, milliseconds);
  }
  const tellSoon = () => tellIn(Math.max(0, notBefore - performance.now()));

  async function tell(): Promise<void> {
    if (!canTell()) return;
    notBefore = performance.now() + PRESENCE_PAUSE_MILLISECONDS;
    tellIn(PRESENCE_AGAIN_MILLISECONDS);
    const answer = await classCalls.tellPresence(course, presence());
    isOver = !answer.ok && answer.error.reason === "refused" && answer.error.status < 500;
    if (isOver) clearTimeout(timer);
  }

  createEffect(() => {
    presence();
    isStudent();
    tellSoon();
  });
  document.addEventListener("visibilitychange", tellSoon);
  addEventListener("online", tellSoon);
  onCleanup(() => {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", tellSoon);
    removeEventListener("online", tellSoon);
  });
}
