/** The path of every route. Clients pass values; the Worker passes names such as `:course`, which the types keep. */
export const paths = {
  specs: "/api/specs",
  spec: <I extends string>(id: I) => `/api/specs/${id}` as const,
  courses: "/api/courses",
  course: <C extends string>(course: C) => `/api/courses/${course}` as const,
  invitation: <C extends string>(code: C) => `/api/invitations/${code}` as const,
  join: "/api/join",
  signIn: "/api/sign-in",
  recover: "/api/recover",
  sessions: <C extends string>(course: C) => `/api/courses/${course}/sessions` as const,
  session: <C extends string, I extends string>(course: C, id: I) =>
    `/api/courses/${course}/sessions/${id}` as const,
  recoveryCode: <C extends string>(course: C) => `/api/courses/${course}/recovery-code` as const,
  passkeys: <C extends string>(course: C) => `/api/courses/${course}/passkeys` as const,
  passkey: <C extends string, I extends string>(course: C, id: I) =>
    `/api/courses/${course}/passkeys/${id}` as const,
  passkeyToAdd: <C extends string>(course: C) => `/api/courses/${course}/passkeys/challenge` as const,
  passkeyToSignIn: "/api/passkeys/challenge",
  passkeySignIn: "/api/passkeys/sign-in",
  members: <C extends string>(course: C) => `/api/courses/${course}/members` as const,
  memberSessions: <C extends string, M extends string>(course: C, member: M) =>
    `/api/courses/${course}/members/${member}/sessions` as const,
  memberRecoveryCode: <C extends string, M extends string>(course: C, member: M) =>
    `/api/courses/${course}/members/${member}/recovery-code` as const,
  memberName: <C extends string, M extends string>(course: C, member: M) =>
    `/api/courses/${course}/members/${member}/name` as const,
  roster: <C extends string>(course: C) => `/api/courses/${course}/roster` as const,
  rosterMember: <C extends string, R extends string>(course: C, row: R) =>
    `/api/courses/${course}/roster/${row}/member` as const,
  mine: <C extends string, T extends string>(course: C, table: T) =>
    `/api/courses/${course}/mine/${table}` as const,
  courseExport: <C extends string, T extends string>(course: C, table: T) =>
    `/api/courses/${course}/export/${table}` as const,
  erasure: <C extends string>(course: C) => `/api/courses/${course}/erasure` as const,
  memberErasure: <C extends string, M extends string>(course: C, member: M) =>
    `/api/courses/${course}/members/${member}/erasure` as const,
  staff: <C extends string>(course: C) => `/api/courses/${course}/staff` as const,
  staffMember: <C extends string, M extends string>(course: C, member: M) =>
    `/api/courses/${course}/staff/${member}` as const,
  staffSignInKey: <C extends string, M extends string>(course: C, member: M) =>
    `/api/courses/${course}/staff/${member}/sign-in-key` as const,
  joining: <C extends string>(course: C) => `/api/courses/${course}/joining` as const,
  audit: <C extends string>(course: C) => `/api/courses/${course}/audit` as const,
  runs: <C extends string>(course: C) => `/api/courses/${course}/runs` as const,
  run: <C extends string, I extends string>(course: C, id: I) => `/api/courses/${course}/runs/${id}` as const,
  boards: <C extends string>(course: C) => `/api/courses/${course}/boards` as const,
  board: <C extends string, B extends string>(course: C, board: B) =>
    `/api/courses/${course}/boards/${board}` as const,
  boardTrial: <C extends string>(course: C) => `/api/courses/${course}/boards/trial` as const,
  shownName: <C extends string>(course: C) => `/api/courses/${course}/shown-name` as const,
  assignment: <C extends string>(course: C) => `/api/courses/${course}/assignment` as const,
  versions: <C extends string>(course: C) => `/api/courses/${course}/assignment/versions` as const,
  version: <C extends string, V extends string>(course: C, version: V) =>
    `/api/courses/${course}/assignment/versions/${version}` as const,
  answered: <C extends string>(course: C) => `/api/courses/${course}/assignment/answered` as const,
  schedule: <C extends string>(course: C) => `/api/courses/${course}/schedule` as const,
  extensions: <C extends string>(course: C) => `/api/courses/${course}/extensions` as const,
  /** `kind` is `student` or `section`, `who` a member's id or a section's name. */
  extension: <C extends string, K extends string, W extends string>(course: C, kind: K, who: W) =>
    `/api/courses/${course}/extensions/${kind}/${who}` as const,
  answers: <C extends string>(course: C) => `/api/courses/${course}/answers` as const,
  answer: <C extends string, A extends string>(course: C, cell: A) =>
    `/api/courses/${course}/answers/${cell}` as const,
  submissions: <C extends string>(course: C) => `/api/courses/${course}/submissions` as const,
  submission: <C extends string, I extends string>(course: C, id: I) =>
    `/api/courses/${course}/submissions/${id}` as const,
  gradebook: <C extends string>(course: C) => `/api/courses/${course}/gradebook` as const,
  /** With `?students=HANDLE,HANDLE`. */
  gradebookPart: <C extends string, P extends string>(course: C, part: P) =>
    `/api/courses/${course}/gradebook/parts/${part}` as const,
  acceptProposals: <C extends string, P extends string>(course: C, part: P) =>
    `/api/courses/${course}/gradebook/parts/${part}/acceptances` as const,
  gradebookStudent: <C extends string, H extends string>(course: C, handle: H) =>
    `/api/courses/${course}/gradebook/students/${handle}` as const,
  /** `DELETE` with `?base=REVISION`. */
  grade: <C extends string, H extends string, P extends string>(course: C, handle: H, part: P) =>
    `/api/courses/${course}/gradebook/students/${handle}/grades/${part}` as const,
  gradedWeights: <C extends string, H extends string, P extends string>(course: C, handle: H, cell: P) =>
    `/api/courses/${course}/gradebook/students/${handle}/weights/${cell}` as const,
  gradedSubmission: <C extends string, H extends string>(course: C, handle: H) =>
    `/api/courses/${course}/gradebook/students/${handle}/submission` as const,
  latePenalty: <C extends string, H extends string>(course: C, handle: H) =>
    `/api/courses/${course}/gradebook/students/${handle}/late-penalty` as const,
  reusedComments: <C extends string>(course: C) => `/api/courses/${course}/gradebook/comments` as const,
  reusedComment: <C extends string, I extends string>(course: C, id: I) =>
    `/api/courses/${course}/gradebook/comments/${id}` as const,
  gradebookSettings: <C extends string>(course: C) => `/api/courses/${course}/gradebook/settings` as const,
  release: <C extends string>(course: C) => `/api/courses/${course}/gradebook/release` as const,
  regradeRequests: <C extends string>(course: C) => `/api/courses/${course}/gradebook/requests` as const,
  regradeRequest: <C extends string, I extends string>(course: C, id: I) =>
    `/api/courses/${course}/gradebook/requests/${id}` as const,
  /** `file` is `canvas` or `all`. */
  gradesFile: <C extends string, F extends string>(course: C, file: F) =>
    `/api/courses/${course}/gradebook/files/${file}` as const,
  myGrade: <C extends string>(course: C) => `/api/courses/${course}/my-grade` as const,
  myRegradeRequests: <C extends string>(course: C) => `/api/courses/${course}/my-grade/requests` as const,
  class: <C extends string>(course: C) => `/api/courses/${course}/class` as const,
  classPlot: <C extends string, P extends string>(course: C, cell: P) =>
    `/api/courses/${course}/class/plots/${cell}` as const,
  flags: <C extends string>(course: C) => `/api/courses/${course}/flags` as const,
  flag: <C extends string, F extends string>(course: C, flag: F) =>
    `/api/courses/${course}/flags/${flag}` as const,
  flagReview: <C extends string, F extends string>(course: C, flag: F) =>
    `/api/courses/${course}/flags/${flag}/review` as const,
  live: <C extends string>(course: C) => `/api/courses/${course}/live` as const,
  presence: <C extends string>(course: C) => `/api/courses/${course}/presence` as const,
  runLink: <T extends string>(token: T) => `/api/run-links/${token}` as const,
  runLinkWeights: <T extends string>(token: T) => `/api/run-links/${token}/weights` as const,
} as const;
