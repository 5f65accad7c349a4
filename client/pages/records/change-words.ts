import type { Change } from "../../../shared/api/staff.ts";
import { sayLateRule } from "../../../shared/assignment/say-late-rule.ts";
import type { BoardState } from "../../../shared/boards/rule.ts";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

const ERASURES = {
  asked: "asked to be erased, and was",
  byOwner: "erased a student",
  again: "was erased once more, after a backup was restored",
} as const;

const FLAGS = {
  sameWeights: "same weights",
  otherWeights: "other weights than the seed gives",
  gap: "test and train error",
  copiedText: "one text twice",
} as const;

/** A change of a course in a sentence that goes on from who made it: `invited Kim as grader`. */
export function sayChange(change: Change): string {
  switch (change.kind) {
    case "staffInvited":
      return `invited ${change.who} as ${change.role}`;
    case "roleChanged":
      return change.to === "student"
        ? `took ${change.who}, ${change.from}, out of the staff`
        : `made ${change.who}, ${change.from} before, ${change.to}`;
    case "signInLinkRenewed":
      return `made a new sign-in link for ${change.who}`;
    case "recoveryCodeRenewed":
      return `made a new recovery code for ${change.who}`;
    case "signedOut":
      return `signed ${change.who} out everywhere`;
    case "passkeyAdded":
      return `added the passkey “${change.name}”`;
    case "passkeyRemoved":
      return `removed the passkey “${change.name}”`;
    case "joiningChanged":
      return `${change.newCode ? "made a new join code, and " : ""}${sayJoining(change)}`;
    case "rosterImported":
      return `imported a roster: ${change.added} added, ${change.changed} changed, ${change.removed} taken out`;
    case "rosterBound":
      return `said who ${change.who} is on the roster`;
    case "rosterUnbound":
      return `took ${change.who} from the roster’s row`;
    case "memberRenamed":
      return `changed the name of ${change.who}`;
    case "studentErased":
      return ERASURES[change.how];
    case "homeworkChanged":
      return `put version ${change.version} of the homework${
        change.dueAt === undefined ? "" : `, ${sayDue(change.dueAt)}`
      }`;
    case "scheduleChanged":
      return `made the homework ${sayDue(change.dueAt)}. ${sayLateRule(change.rule)}`;
    case "extensionGiven":
      return `gave ${change.to === "section" ? "section " : ""}${change.who} until ${WHEN.format(new Date(change.dueAt))}`;
    case "extensionTaken":
      return `took the extension of ${change.to === "section" ? "section " : ""}${change.who} away`;
    case "gradeChanged":
      return sayGrade(change);
    case "latePenaltyChanged":
      return change.percent === null
        ? `left the late penalty of ${change.who} to the schedule`
        : `set the late penalty of ${change.who} to ${change.percent}%: ${change.reason}`;
    case "gradedSubmissionChanged":
      return `had ${change.number === null ? "the newest submission" : `submission ${change.number}`} of ${change.who} graded`;
    case "gradebookChanged":
      return `set grading to ${change.anonymous ? "hide" : "show"} names${
        change.columnHeader === null ? "" : `, for the column “${change.columnHeader}”`
      }`;
    case "gradesReleased":
      return change.released ? "released the grades" : "took the grades back";
    case "regradeAnswered":
      return `answered ${change.who} about the grade of ${change.part}`;
    case "flagLookedAt":
      return `looked at flag ${change.flag.slice(0, 8)} (${FLAGS[change.about]})`;
    case "flagReopened":
      return `opened flag ${change.flag.slice(0, 8)} again (${FLAGS[change.about]})`;
    case "boardAdded":
      return `added the board ${change.board}`;
    case "boardChanged":
      return `changed the board ${change.board}${sayBoardState(change.state)}`;
    case "boardDeleted":
      return `deleted the board ${change.board}`;
    default:
      return change satisfies never;
  }
}

function sayGrade({ who, part, from, to }: Extract<Change, { kind: "gradeChanged" }>): string {
  if (to === null) return `took the grade of ${part} from ${who}`;
  return from === null
    ? `graded ${part} of ${who}: ${to}`
    : `changed the grade of ${part} of ${who} from ${from} to ${to}`;
}

function sayDue(dueAt: string | null): string {
  return dueAt === null ? "due at no date" : `due ${WHEN.format(new Date(dueAt))}`;
}

function sayBoardState(state: BoardState): string {
  switch (state.kind) {
    case "open":
      return "";
    case "frozen":
      return `, frozen from ${WHEN.format(new Date(state.from))}`;
    case "hidden":
      return state.until === null ? ", hidden" : `, hidden until ${WHEN.format(new Date(state.until))}`;
    default:
      return state satisfies never;
  }
}

function sayJoining({ open, byRoster }: { open: boolean; byRoster?: boolean | undefined }): string {
  if (!open) return "closed joining";
  return byRoster === true ? "let in those on the roster alone" : "left joining open";
}
