import * as z from "zod/mini";
import { Membership } from "../../shared/api/courses.ts";

/** A course that this browser joined, and when it was last the one in use, in milliseconds since 1970. */
export const RememberedCourse = z.object({ membership: Membership, usedAt: z.number() });
export type RememberedCourse = z.infer<typeof RememberedCourse>;
export type CourseList = readonly RememberedCourse[];

/** The list as the browser keeps it; spoilt or absent text is no courses. */
export function parseCourseList(text: string | null): CourseList {
  try {
    const parsed = z.safeParse(z.array(RememberedCourse), JSON.parse(text ?? "[]"));
    return parsed.success ? parsed.data : [];
  } catch {
    return [];
  }
}

export function withCourse(list: CourseList, membership: Membership, usedAt: number): CourseList {
  return [...withoutCourse(list, membership.course), { membership, usedAt }];
}

export function withoutCourse(list: CourseList, course: string): CourseList {
  return list.filter(({ membership }) => membership.course !== course);
}

/** The membership as the server tells it now, without counting as a use. */
export function withNews(list: CourseList, news: Membership): CourseList {
  return list.map((one) => (one.membership.course === news.course ? { ...one, membership: news } : one));
}

export function lastUsed(list: CourseList): Membership | null {
  return list.toSorted((a, b) => b.usedAt - a.usedAt)[0]?.membership ?? null;
}
