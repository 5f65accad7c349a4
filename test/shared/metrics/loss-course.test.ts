import { expect, test } from "vitest";
import { lossCourse } from "../../../shared/metrics/loss-course.ts";

test.each([
  [[1.19, 1.0, 0.87], "fell"],
  [[1.19, 1.19, 1.1899], "still"],
  [[1.19, 0.9, 1.195], "still"],
  [[1.19, 5, 9000], "rose"],
  [[1.19], "fell"],
  [[], "fell"],
] as const)("losses of %j %s", (losses, course) => {
  expect(lossCourse(losses)).toBe(course);
});
