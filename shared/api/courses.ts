import * as z from "zod/mini";
import { MAX_NAME_CHARACTERS, MAX_ROSTER_CELL_CHARACTERS } from "../limits.ts";
import { SweepSpec } from "../spec/sweep.ts";

/** A person's name, as typed when joining. */
export const PersonName = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_NAME_CHARACTERS));
const RosterKey = z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_ROSTER_CELL_CHARACTERS));

/** A course's short name, as it stands in URLs. */
export const CourseName = z
  .string()
  .check(z.regex(/^[a-z0-9][a-z0-9-]{1,31}$/, "expected 2 to 32 lower-case letters, digits or hyphens"));
export const JoinCode = z
  .string()
  .check(
    z.regex(
      /^[A-Z0-9]{4,12}$/,
      "expected a join code of 4 to 12 letters and digits, as printed by your instructor",
    ),
  );
/** What each may do stands in shared/access/can.ts. */
export const Role = z.enum(["owner", "instructor", "grader", "student"]);
export type Role = z.infer<typeof Role>;

/** `POST /api/courses`, with the deployment's SETUP_KEY as bearer token. */
export const CreateCourse = z.strictObject({
  course: CourseName,
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Whether people outside the course may read its board, which shows pseudonyms only. */
  publicBoard: z._default(z.boolean(), false),
});
/** The keys are shown this once; the database holds their hashes. */
export const CreatedCourse = z.object({
  course: CourseName,
  title: z.string(),
  joinCode: JoinCode,
  instructorKey: z.string(),
});
export type CreatedCourse = z.infer<typeof CreatedCourse>;

/** `POST /api/join` and `POST /api/sign-in`: both answer a Membership and set the course's session cookie. */
export const JoinCourse = z.strictObject({
  code: JoinCode,
  /** For the staff's eyes alone; the lab's own page always asks for it. */
  name: z.optional(PersonName),
  /** What the student is known by on the roster, one of the two; a course that is bound to its roster lets in no one without. */
  studentId: z.optional(RosterKey),
  email: z.optional(RosterKey),
});
export type JoinCourse = z.infer<typeof JoinCourse>;
export const SignIn = z.strictObject({ key: z.string().check(z.minLength(16), z.maxLength(64)) });

export const Member = z.object({ pseudonym: z.string(), role: Role });
export type Member = z.infer<typeof Member>;
export const Membership = z.object({ course: CourseName, title: z.string(), member: Member });
export type Membership = z.infer<typeof Membership>;

/** `GET /api/invitations/CODE`: which course a code leads to, before anyone joins. */
export const Invitation = z.object({
  course: CourseName,
  title: z.string(),
  /** Whether one says who one is on the roster: there is none, one may, one has to. */
  roster: z.enum(["none", "optional", "required"]),
});
export type Invitation = z.infer<typeof Invitation>;

/** `GET /api/courses/COURSE`: the course as its members see it. */
export const CourseView = Membership;

/** One experiment that a course lists: `id` is the id of `sweep.spec`. */
export const CourseSpec = z.object({
  id: z.string(),
  problem: z.string(),
  title: z.string(),
  question: z.string(),
  sweep: SweepSpec,
});
export type CourseSpec = z.infer<typeof CourseSpec>;
/** `GET /api/specs[?course=COURSE]`. */
export const SpecList = z.object({ specs: z.array(CourseSpec) });
