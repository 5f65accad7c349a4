import * as z from "zod/mini";
import { Schedule } from "../assignment/deadline.ts";
import { BoardState } from "../boards/rule.ts";
import { JoinCode, Role } from "./courses.ts";
import { FlagKind } from "./flags.ts";

export const StaffRole = z.enum(["owner", "instructor", "grader"]);
export type StaffRole = z.infer<typeof StaffRole>;

/** `POST /api/courses/COURSE/staff`, for owners: 201 with the key of a sign-in link, shown this once. */
export const InviteStaff = z.strictObject({
  /** What the course calls them, where students have a pseudonym. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(40)),
  role: z.enum(["instructor", "grader"]),
});
export type InviteStaff = z.infer<typeof InviteStaff>;
/** Also what `POST .../staff/ID/sign-in-key` answers: the key before it ends. */
export const StaffKey = z.object({ id: z.string(), signInKey: z.string() });
export type StaffKey = z.infer<typeof StaffKey>;

/** `PUT /api/courses/COURSE/staff/ID`, for owners; 409 where the course would have no owner. */
export const ChangeRole = z.strictObject({ role: StaffRole });
export const ChangedRole = z.object({ id: z.string(), role: Role });

/** `GET` and `PUT /api/courses/COURSE/joining`: how students come in. */
export const Joining = z.object({
  joinCode: JoinCode,
  open: z.boolean(),
  /** While it is open: whether only those on the roster are let in. */
  byRoster: z.boolean(),
});
export type Joining = z.infer<typeof Joining>;
/** `newCode`: the code before, and every link with it, then leads nowhere. */
export const ChangeJoining = z.strictObject({
  open: z.boolean(),
  newCode: z._default(z.boolean(), false),
  /** Left as it is where this is absent. */
  byRoster: z.optional(z.boolean()),
});
export type ChangeJoining = z.input<typeof ChangeJoining>;

/** What was changed, and in what: members are named by their pseudonym then. */
export const Change = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("staffInvited"), who: z.string(), role: StaffRole }),
  z.object({ kind: z.literal("roleChanged"), who: z.string(), from: Role, to: Role }),
  z.object({ kind: z.literal("signInLinkRenewed"), who: z.string() }),
  z.object({ kind: z.literal("recoveryCodeRenewed"), who: z.string() }),
  z.object({ kind: z.literal("signedOut"), who: z.string() }),
  /** One's own, by the name that one gave it. */
  z.object({ kind: z.literal("passkeyAdded"), name: z.string() }),
  z.object({ kind: z.literal("passkeyRemoved"), name: z.string() }),
  z.object({
    kind: z.literal("joiningChanged"),
    open: z.boolean(),
    newCode: z.boolean(),
    /** Absent where it was written before joining could be bound to a roster. */
    byRoster: z.optional(z.boolean()),
  }),
  z.object({
    kind: z.literal("rosterImported"),
    added: z.int(),
    changed: z.int(),
    removed: z.int(),
  }),
  z.object({ kind: z.literal("rosterBound"), who: z.string() }),
  z.object({ kind: z.literal("rosterUnbound"), who: z.string() }),
  z.object({ kind: z.literal("memberRenamed"), who: z.string() }),
  z.object({
    kind: z.literal("homeworkChanged"),
    version: z.int(),
    /** Of entries from before the schedule was a thing of its own. */
    dueAt: z.optional(z.nullable(z.string())),
  }),
  z.object({ kind: z.literal("scheduleChanged"), ...Schedule.shape }),
  /** `who`: a pseudonym, or a section's name. */
  z.object({
    kind: z.literal("extensionGiven"),
    to: z.enum(["student", "section"]),
    who: z.string(),
    dueAt: z.string(),
  }),
  z.object({ kind: z.literal("extensionTaken"), to: z.enum(["student", "section"]), who: z.string() }),
  /** A part's points before and after; null where it was, or is, ungraded. */
  z.object({
    kind: z.literal("gradeChanged"),
    who: z.string(),
    part: z.string(),
    from: z.nullable(z.number()),
    to: z.nullable(z.number()),
  }),
  /** `percent`: null where the schedule's own counts again. */
  z.object({
    kind: z.literal("latePenaltyChanged"),
    who: z.string(),
    percent: z.nullable(z.number()),
    reason: z.string(),
  }),
  /** `number`: null where the newest is graded again. */
  z.object({
    kind: z.literal("gradedSubmissionChanged"),
    who: z.string(),
    number: z.nullable(z.int()),
  }),
  z.object({
    kind: z.literal("gradebookChanged"),
    anonymous: z.boolean(),
    columnHeader: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal("gradesReleased"), released: z.boolean() }),
  z.object({ kind: z.literal("regradeAnswered"), who: z.string(), part: z.string() }),
  /** Whom a flag is about is not in the log, which students have a part of in their files. */
  z.object({ kind: z.literal("flagLookedAt"), flag: z.string(), about: FlagKind }),
  z.object({ kind: z.literal("flagReopened"), flag: z.string(), about: FlagKind }),
  /** `rule` is the whole of it in the form of then, which rules may no longer have when it is read. */
  z.object({ kind: z.literal("boardAdded"), board: z.string(), state: BoardState, rule: z.unknown() }),
  z.object({ kind: z.literal("boardChanged"), board: z.string(), state: BoardState, rule: z.unknown() }),
  z.object({ kind: z.literal("boardDeleted"), board: z.string() }),
  /** Who it was is written nowhere. `again`: a restored backup had brought the student back. */
  z.object({ kind: z.literal("studentErased"), how: z.enum(["asked", "byOwner", "again"]) }),
]);
export type Change = z.infer<typeof Change>;

export const AuditEntry = z.object({ at: z.string(), actor: z.string(), change: Change });
export type AuditEntry = z.infer<typeof AuditEntry>;
/**
 * `GET /api/courses/COURSE/audit[?before=ID][&topic=TOPIC][&person=TEXT]`: newest first; `next` is the `before` of what came earlier, null
 * at the end. `topic` is a ChangeTopic; `person` is a part of the name of who made the change, or whom (`who`) it was made to.
 */
export const AuditLog = z.object({ entries: z.array(AuditEntry), next: z.nullable(z.int()) });
export type AuditLog = z.infer<typeof AuditLog>;
