import { type Accessor, createEffect } from "solid-js";
import { type Capability, can } from "../../shared/access/can.ts";
import { createCourse } from "./course.ts";

/** Who the reader of a course's page is in that course, which becomes the one in use; a course that this browser does not know has a stranger's rights. */
export function createMembership(course: Accessor<string>) {
  const courses = createCourse();
  const membership = () =>
    courses.list().find((one) => one.membership.course === course())?.membership ?? null;
  const role = () => membership()?.member.role ?? "student";
  createEffect(() => courses.use(course()));
  return {
    membership,
    role,
    /** The course's, or its short name until that is known. */
    title: () => membership()?.title ?? course(),
    may: (capability: Capability) => can(role(), capability),
  };
}
