import { expect, test } from "vitest";
import { CAPABILITIES, type Capability, can } from "../../../shared/access/can.ts";
import { Role } from "../../../shared/api/courses.ts";

/** Who may what, written out: a change here is a change of what people are allowed. */
const TABLE: Record<Capability, Record<Role, boolean>> = {
  seeEveryone: { owner: true, instructor: true, grader: true, student: false },
  helpStudents: { owner: true, instructor: true, grader: false, student: false },
  changeHomework: { owner: true, instructor: true, grader: false, student: false },
  changeBoards: { owner: true, instructor: true, grader: false, student: false },
  changeJoining: { owner: true, instructor: true, grader: false, student: false },
  seeAudit: { owner: true, instructor: true, grader: false, student: false },
  manageStaff: { owner: true, instructor: false, grader: false, student: false },
  changeRoster: { owner: true, instructor: true, grader: false, student: false },
  exportCourse: { owner: true, instructor: true, grader: false, student: false },
  seeFlags: { owner: true, instructor: true, grader: false, student: false },
  eraseStudents: { owner: true, instructor: false, grader: false, student: false },
  usePasskeys: { owner: true, instructor: true, grader: true, student: false },
  grade: { owner: true, instructor: true, grader: true, student: false },
  releaseGrades: { owner: true, instructor: true, grader: false, student: false },
};

test.each(CAPABILITIES)("%s is for those roles that the table has, and for no other", (capability) => {
  const found = Object.fromEntries(Role.options.map((role) => [role, can(role, capability)]));
  expect(found).toEqual(TABLE[capability]);
});
