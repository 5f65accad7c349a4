import type { Role } from "../api/courses.ts";

/** What a member may do beyond taking part: train, answer, hand in, and see what is one's own. */
export type Capability =
  /** Everyone's runs, submissions and seats. */
  | "seeEveryone"
  /** Give a student a new recovery code, sign one out. */
  | "helpStudents"
  | "changeHomework"
  /** Add, change, freeze, hide and delete boards. */
  | "changeBoards"
  /** Rotate, close and open the join code. */
  | "changeJoining"
  | "seeAudit"
  /** Invite staff, change a role, take one away. */
  | "manageStaff"
  /** Put the roster: who is expected, and in which section. */
  | "changeRoster"
  /** All that the course holds, as files. */
  | "exportCourse"
  /** Flags on runs and texts, and their evidence: for no one else's eyes. */
  | "seeFlags"
  /** Erase a student whom the law or the student wants gone. */
  | "eraseStudents"
  /** Sign in with a passkey, beside the link and the recovery code. */
  | "usePasskeys"
  /** Read the gradebook, put grades and comments, answer regrade requests. */
  | "grade"
  /** Show students their grades, hide names, set a late penalty, and take the files. */
  | "releaseGrades";

export const CAPABILITIES: readonly Capability[] = [
  "seeEveryone",
  "helpStudents",
  "changeHomework",
  "changeBoards",
  "changeJoining",
  "seeAudit",
  "manageStaff",
  "changeRoster",
  "exportCourse",
  "seeFlags",
  "eraseStudents",
  "usePasskeys",
  "grade",
  "releaseGrades",
];

const GRANTED: Readonly<Record<Role, ReadonlySet<Capability>>> = {
  owner: new Set(CAPABILITIES),
  instructor: new Set<Capability>([
    "seeEveryone",
    "helpStudents",
    "changeHomework",
    "changeBoards",
    "changeJoining",
    "seeAudit",
    "changeRoster",
    "exportCourse",
    "usePasskeys",
    "grade",
    "releaseGrades",
    "seeFlags",
  ]),
  grader: new Set<Capability>(["seeEveryone", "usePasskeys", "grade"]),
  student: new Set<Capability>(),
};

/** The one place that says what a role may do; the Worker refuses by it, pages offer by it. */
export function can(role: Role, capability: Capability): boolean {
  return GRANTED[role].has(capability);
}
