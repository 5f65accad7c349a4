import * as z from "zod/mini";
import type { Change } from "./staff.ts";

/** What the log of a course can be narrowed to. */
export const ChangeTopic = z.enum([
  "staff",
  "waysIn",
  "joining",
  "homework",
  "boards",
  "grades",
  "flags",
  "erasure",
]);
export type ChangeTopic = z.infer<typeof ChangeTopic>;

/** Every kind of change has its topic. */
const TOPIC_OF: Readonly<Record<Change["kind"], ChangeTopic>> = {
  staffInvited: "staff",
  roleChanged: "staff",
  signInLinkRenewed: "waysIn",
  recoveryCodeRenewed: "waysIn",
  signedOut: "waysIn",
  passkeyAdded: "waysIn",
  passkeyRemoved: "waysIn",
  joiningChanged: "joining",
  rosterImported: "joining",
  rosterBound: "joining",
  rosterUnbound: "joining",
  memberRenamed: "joining",
  homeworkChanged: "homework",
  scheduleChanged: "homework",
  extensionGiven: "homework",
  extensionTaken: "homework",
  boardAdded: "boards",
  boardChanged: "boards",
  boardDeleted: "boards",
  gradeChanged: "grades",
  latePenaltyChanged: "grades",
  gradedSubmissionChanged: "grades",
  gradebookChanged: "grades",
  gradesReleased: "grades",
  regradeAnswered: "grades",
  flagLookedAt: "flags",
  flagReopened: "flags",
  studentErased: "erasure",
};

export function kindsOf(topic: ChangeTopic): readonly string[] {
  return Object.entries(TOPIC_OF).flatMap(([kind, its]) => (its === topic ? [kind] : []));
}
