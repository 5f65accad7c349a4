import { createMemo, createRoot, createSignal } from "solid-js";
import type { Membership, Role } from "../../shared/api/courses.ts";
import { api } from "./api-calls.ts";
import {
  type CourseList,
  lastUsed,
  parseCourseList,
  withCourse,
  withNews,
  withoutCourse,
} from "./course-list.ts";

const STORAGE_KEY = "courses";
/** The page comes first; the outbox can wait this long. */
const OUTBOX_AFTER_MILLISECONDS = 500;

/**
 * The courses that this browser joined. What it remembers is shown at once and confirmed by the server: one that no
 * longer knows this browser is forgotten, one that is away is not.
 */
const courses = createRoot(() => {
  const [list, setList] = createSignal<CourseList>(readList());
  const current = createMemo(() => lastUsed(list()), null, { equals: sameMembership });
  const change = (next: CourseList) => {
    setList(next);
    writeList(next);
  };
  addEventListener("storage", ({ key }) => {
    if (key === STORAGE_KEY) setList(readList());
  });

  async function confirm(course: string): Promise<void> {
    const answer = await api.course(course);
    if (answer.ok) change(withNews(list(), answer.value));
    else if (answer.error.reason === "refused" && answer.error.status < 500)
      change(withoutCourse(list(), course));
  }
  const remembered = current();
  if (remembered !== null) {
    void confirm(remembered.course);
    // What an earlier visit left unsent goes out from whichever page is opened next.
    setTimeout(async () => {
      (await import("./outbox.ts")).createOutbox();
      await (await import("./notebook.ts")).resumeNotebook(remembered.course);
    }, OUTBOX_AFTER_MILLISECONDS);
  }

  return {
    /** The course in use, null before one was joined. */
    course: current,
    list,
    /** After joining or signing in. */
    enter: (membership: Membership) => change(withCourse(list(), membership, Date.now())),
    /** Makes a course that was joined before the one in use; false when this browser does not know it. */
    use(name: string): boolean {
      const known = list().find(({ membership }) => membership.course === name);
      if (known !== undefined && current()?.course !== name) {
        change(withCourse(list(), known.membership, Date.now()));
        void confirm(name);
      }
      return known !== undefined;
    },
    forget: (name: string) => change(withoutCourse(list(), name)),
  };
});

export const { course } = courses;
export function createCourse() {
  return courses;
}

/** What this browser's member is in a course; null where it did not join it. */
export function roleIn(name: string): Role | null {
  return courses.list().find(({ membership }) => membership.course === name)?.membership.member.role ?? null;
}

function sameMembership(a: Membership | null, b: Membership | null): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function readList(): CourseList {
  try {
    return parseCourseList(localStorage.getItem(STORAGE_KEY));
  } catch {
    return [];
  }
}

function writeList(list: CourseList): void {
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(list));
  } catch {
    // Blocked storage: the course then lasts as long as the page, and its cookie longer.
  }
}
