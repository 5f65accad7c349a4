import * as z from "zod/mini";
import { Board } from "../../shared/api/boards.ts";
import { CourseView, Invitation, type JoinCourse, Membership } from "../../shared/api/courses.ts";
import {
  AnswerList,
  AnswerSaved,
  AssignmentView,
  Receipt,
  ReceiptList,
  SubmissionView,
} from "../../shared/api/homework.ts";
import { Joined, MemberList, NewRecoveryCode, SessionList } from "../../shared/api/members.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunList, type RunUpload, RunView, StoredRun } from "../../shared/api/runs.ts";
import {
  ChangedRole,
  type ChangeJoining,
  type InviteStaff,
  Joining,
  StaffKey,
  type StaffRole,
} from "../../shared/api/staff.ts";
import type { Answer } from "../../shared/assignment/answers.ts";
import { ask, askBytes, revalidate } from "./api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();
const UPLOAD_TIMEOUT_MILLISECONDS = 60_000;

/** One function a route of shared/api: what it sends, and what it must answer. */
export const api = {
  invitation: (code: string) => ask({ path: paths.invitation(encodeURIComponent(code)), answer: Invitation }),

  join: (wish: z.input<typeof JoinCourse>) =>
    ask({ path: paths.join, answer: Joined, method: "POST", json: wish }),

  recover: (code: string) => ask({ path: paths.recover, answer: Membership, method: "POST", json: { code } }),

  /** One's own new recovery code, or as an instructor a student's, by id. */
  newRecoveryCode(course: string, member: string | null) {
    const name = encodeURIComponent(course);
    const path =
      member === null ? paths.recoveryCode(name) : paths.memberRecoveryCode(name, encodeURIComponent(member));
    return ask({ path, answer: NewRecoveryCode, method: "POST", json: {} });
  },

  sessions: (course: string) =>
    ask({ path: paths.sessions(encodeURIComponent(course)), answer: SessionList }),

  endSession(course: string, id: string) {
    const path = paths.session(encodeURIComponent(course), encodeURIComponent(id));
    return ask({ path, answer: NOTHING, method: "DELETE" });
  },

  members: (course: string) => ask({ path: paths.members(encodeURIComponent(course)), answer: MemberList }),

  inviteStaff: (course: string, wish: InviteStaff) =>
    ask({ path: paths.staff(encodeURIComponent(course)), answer: StaffKey, method: "POST", json: wish }),

  changeRole(course: string, member: string, role: StaffRole) {
    const path = paths.staffMember(encodeURIComponent(course), encodeURIComponent(member));
    return ask({ path, answer: ChangedRole, method: "PUT", json: { role } });
  },

  removeStaff(course: string, member: string) {
    const path = paths.staffMember(encodeURIComponent(course), encodeURIComponent(member));
    return ask({ path, answer: NOTHING, method: "DELETE" });
  },

  renewSignInKey(course: string, member: string) {
    const path = paths.staffSignInKey(encodeURIComponent(course), encodeURIComponent(member));
    return ask({ path, answer: StaffKey, method: "POST", json: {} });
  },

  joining: (course: string) => ask({ path: paths.joining(encodeURIComponent(course)), answer: Joining }),

  changeJoining: (course: string, wish: ChangeJoining) =>
    ask({ path: paths.joining(encodeURIComponent(course)), answer: Joining, method: "PUT", json: wish }),

  /** Signs a student out everywhere. */
  endSessions(course: string, member: string) {
    const path = paths.memberSessions(encodeURIComponent(course), encodeURIComponent(member));
    return ask({ path, answer: NOTHING, method: "DELETE" });
  },

  signIn: (key: string) => ask({ path: paths.signIn, answer: Membership, method: "POST", json: { key } }),

  course: (course: string) => ask({ path: paths.course(encodeURIComponent(course)), answer: CourseView }),

  runs: (course: string) => ask({ path: paths.runs(encodeURIComponent(course)), answer: RunList }),

  /** One's own run, or as an instructor anyone's: where it is and what the Worker found. */
  run: (course: string, id: string) =>
    ask({ path: paths.run(encodeURIComponent(course), encodeURIComponent(id)), answer: StoredRun }),

  runLink: (token: string) => ask({ path: paths.runLink(encodeURIComponent(token)), answer: RunView }),

  runLinkWeights: (token: string) => askBytes(paths.runLinkWeights(encodeURIComponent(token))),

  /** `etag` is that of the board that is shown, null for none yet. */
  board(question: BoardQuestion, { etag, signal }: { etag: string | null; signal: AbortSignal }) {
    const { course, board, width } = question;
    const query = width === null ? "" : `?width=${width}`;
    const path = paths.board(encodeURIComponent(course), encodeURIComponent(board)) + query;
    return revalidate({ path, answer: Board, signal }, etag);
  },

  assignment: (course: string) =>
    ask({ path: paths.assignment(encodeURIComponent(course)), answer: AssignmentView }),

  answers: (course: string) => ask({ path: paths.answers(encodeURIComponent(course)), answer: AnswerList }),

  /** Outlives the page where it can, so that the last change is sent from a tab that is being closed. */
  putAnswer({ course, cell, ...put }: AnswerToPut) {
    const path = paths.answer(encodeURIComponent(course), encodeURIComponent(cell));
    return ask({ path, answer: AnswerSaved, method: "PUT", json: put, keepalive: true });
  },

  submit({ course, id, ...put }: SubmissionToPut) {
    return ask({
      path: paths.submission(encodeURIComponent(course), id),
      answer: Receipt,
      method: "PUT",
      json: put,
    });
  },

  submissions: (course: string) =>
    ask({ path: paths.submissions(encodeURIComponent(course)), answer: ReceiptList }),

  submission: (course: string, id: string) =>
    ask({ path: paths.submission(encodeURIComponent(course), id), answer: SubmissionView }),

  putRun({ course, id, run, weights }: RunToPut) {
    const form = new FormData();
    form.set("run", JSON.stringify(run));
    form.set("weights", new Blob([weights], { type: "application/octet-stream" }), "weights.safetensors");
    const path = paths.run(encodeURIComponent(course), id);
    return ask({ path, answer: StoredRun, method: "PUT", form, timeoutMs: UPLOAD_TIMEOUT_MILLISECONDS });
  },
};

export type BoardQuestion = {
  readonly course: string;
  /** `-` asks for the first of the course's. */
  readonly board: string;
  /** Null asks for the width that the server would show first. */
  readonly width: number | null;
};

export type AnswerToPut = {
  readonly course: string;
  readonly cell: string;
  /** The revision that was changed; 0 for none. */
  readonly base: number;
  readonly answer: Answer;
  /** Whose answer it is. */
  readonly pseudonym: string;
};

export type SubmissionToPut = {
  readonly course: string;
  readonly id: string;
  readonly pseudonym: string;
  readonly version: number;
  readonly revisions: Readonly<Record<string, number>>;
};

export type RunToPut = {
  readonly course: string;
  readonly id: string;
  readonly run: RunUpload;
  readonly weights: Uint8Array<ArrayBuffer>;
};
