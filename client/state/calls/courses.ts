import { CreatedCourse } from "../../../shared/api/courses.ts";
import { paths } from "../../../shared/api/paths.ts";
import { ask } from "../api.ts";

export type CourseWish = { readonly course: string; readonly title: string; readonly publicBoard: boolean };

/** What is asked of courses as such. */
export const courseCalls = {
  /** Makes a course with the deployment's setup key; its own keys are in the answer this once. */
  create: (wish: CourseWish, setupKey: string) =>
    ask({ path: paths.courses, answer: CreatedCourse, method: "POST", json: wish, bearer: setupKey }),
};
