import { CourseName } from "../../../shared/api/courses.ts";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { CourseWish } from "../../state/calls/courses.ts";

export type CourseForm = {
  readonly title: string;
  readonly course: string;
  readonly publicBoard: boolean;
  readonly setupKey: string;
};
export type CourseField = "title" | "course" | "setupKey";
export type Complaint = { readonly field: CourseField; readonly words: string };

const MAX_COURSE_CHARACTERS = 32;
export const MAX_TITLE_CHARACTERS = 80;

/** A short name out of a title: `ece-4803-fall` for `ECE 4803, fall`. Empty where nothing of it can stand in an address. */
export function suggestName(title: string): string {
  return title
    .normalize("NFD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_COURSE_CHARACTERS)
    .replaceAll(/^-+|-+$/g, "");
}

/** What the form wishes; fails with the first field that will not do. */
export function readWish({
  title,
  course,
  publicBoard,
  setupKey,
}: CourseForm): Result<{ readonly wish: CourseWish; readonly setupKey: string }, Complaint> {
  const named = title.trim();
  if (named === "") return failure({ field: "title", words: "Type what the course is called." });
  const short = course.trim();
  if (!CourseName.safeParse(short).success) return failure({ field: "course", words: sayName(short) });
  if (setupKey.trim() === "") {
    return failure({ field: "setupKey", words: "Type or paste the setup key of this lab." });
  }
  return success({ wish: { course: short, title: named, publicBoard }, setupKey: setupKey.trim() });
}

function sayName(name: string): string {
  if (name === "") return "Type a short name, such as ece-4803: it stands in the course’s addresses.";
  const foreign = name.match(/[^a-z0-9-]/)?.[0];
  if (foreign !== undefined) {
    return `A short name has small letters, digits and hyphens; this has “${foreign}”.`;
  }
  if (name.startsWith("-")) return "A short name starts with a letter or digit.";
  return `A short name has 2 to ${MAX_COURSE_CHARACTERS} letters, digits and hyphens; this has ${name.length}.`;
}

/** The setup key that a link carries behind its #; null for none. */
export function readSetupKey(fragment: string): string | null {
  const bare = fragment.replace(/^#/, "");
  try {
    return decodeURIComponent(bare).trim() || null;
  } catch {
    return bare;
  }
}
