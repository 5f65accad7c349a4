import { describe, expect, it } from "vitest";
import {
  lastUsed,
  parseCourseList,
  withCourse,
  withNews,
  withoutCourse,
} from "../../../client/state/course-list.ts";
import type { Membership } from "../../../shared/api/courses.ts";

const ece: Membership = {
  course: "ece-4803",
  title: "ECE 4803",
  member: { pseudonym: "quiet-otter-42", role: "student" },
};
const demo: Membership = {
  course: "demo",
  title: "Demo",
  member: { pseudonym: "brave-fox-7", role: "instructor" },
};

describe("the courses that a browser remembers", () => {
  it("shows the one that was used last", () => {
    const list = withCourse(withCourse([], ece, 2), demo, 1);
    expect(lastUsed(list)).toEqual(ece);
    expect(lastUsed(withCourse(list, demo, 3))).toEqual(demo);
  });

  it("holds a course once, however often it is joined", () => {
    expect(withCourse(withCourse([], ece, 1), ece, 2)).toHaveLength(1);
  });

  it("forgets a course and falls back to the one before", () => {
    const list = withCourse(withCourse([], ece, 1), demo, 2);
    expect(lastUsed(withoutCourse(list, "demo"))).toEqual(ece);
    expect(lastUsed(withoutCourse(withoutCourse(list, "demo"), "ece-4803"))).toBeNull();
  });

  it("takes the server's news without counting them as a use", () => {
    const list = withCourse(withCourse([], ece, 1), demo, 2);
    const renamed = withNews(list, { ...ece, title: "ECE 4803, spring" });
    expect(lastUsed(renamed)).toEqual(demo);
    expect(lastUsed(withoutCourse(renamed, "demo"))?.title).toBe("ECE 4803, spring");
  });

  it.each([null, "", "{", "[]", '{"course":"x"}', '[{"membership":{"course":"Not A Name"},"usedAt":1}]'])(
    "is empty when storage holds %j",
    (text) => {
      expect(parseCourseList(text)).toEqual([]);
    },
  );

  it("comes back as it was stored", () => {
    const list = withCourse(withCourse([], ece, 1), demo, 2);
    expect(parseCourseList(JSON.stringify(list))).toEqual(list);
  });
});
