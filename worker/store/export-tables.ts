import type { ExportTableName } from "../../shared/api/export.ts";

/** How a table is read for a file. `t` is the table itself; what lets someone in (hashes of tokens, keys and codes) is never among the columns. */
export type ExportSource = {
  /** Tables of the schema whose rows it gives. */
  readonly holds: readonly string[];
  readonly from: string;
  /** The column that says whose row it is; null where rows are nobody's. */
  readonly owner: string | null;
  /** What sorts the rows, and tells each from every other within a course. */
  readonly key: readonly string[];
  /** SQL by the name that a file has. */
  readonly columns: Readonly<Record<string, string>>;
  /** Those of the columns that are JSON themselves. */
  readonly json?: readonly string[];
  /** Columns of a course's files that are the staff's own words, and so not in a student's. */
  readonly forStaff?: readonly string[];
  /** SQL that must hold for a row in a student's own file. */
  readonly onlyMineWhere?: string;
  /** The hash of bytes in KV that are JSON, and the name that a file has for them. `scope` where not in every file. */
  readonly content?: { readonly hash: string; readonly name: string; readonly onlyMine: boolean };
  /** Rows a page: few where they are large. */
  readonly rowsAPage: number;
};

/** Students read nothing of their grades before the course releases them. */
const IS_RELEASED =
  "EXISTS (SELECT 1 FROM gradebooks b WHERE b.course = t.course AND b.released_at IS NOT NULL)";
/** What the log says of grades, and who gave them: a student is told the grade alone. */
const OF_GRADES = "('gradeChanged', 'latePenaltyChanged', 'gradedSubmissionChanged', 'regradeAnswered')";

const OF_PRESENT = "JOIN present_members m ON m.id = t.member";

export const EXPORT_SOURCES: Readonly<Record<ExportTableName, ExportSource>> = {
  course: {
    holds: ["courses"],
    from: "courses t",
    owner: null,
    key: ["t.course"],
    columns: {
      course: "t.course",
      title: "t.title",
      publicBoard: "t.public_board",
      joinOpen: "t.join_open",
      joinByRoster: "t.join_by_roster",
      createdAt: "t.created_at",
    },
    rowsAPage: 1,
  },
  problems: {
    holds: ["course_specs", "specs"],
    from: "course_specs t",
    owner: null,
    key: ["t.position"],
    columns: { problem: "t.problem", title: "t.title", question: "t.question", sweep: "t.sweep" },
    json: ["sweep"],
    rowsAPage: 100,
  },
  homework: {
    holds: ["assignments"],
    from: "assignments t LEFT JOIN members a ON a.id = t.author",
    owner: null,
    key: ["t.version"],
    columns: {
      version: "t.version",
      createdAt: "t.created_at",
      author: "a.pseudonym",
      summary: "t.summary",
      homework: "t.json",
    },
    json: ["homework"],
    rowsAPage: 20,
  },
  schedule: {
    holds: ["schedules"],
    from: "schedules t",
    owner: null,
    key: ["t.course"],
    columns: {
      dueAt: "t.due_at",
      zone: "t.zone",
      graceMinutes: "t.grace_minutes",
      percentADay: "t.percent_a_day",
      cutOffHours: "t.cut_off_hours",
    },
    rowsAPage: 1,
  },
  boards: {
    holds: ["boards"],
    from: "boards t",
    owner: null,
    key: ["t.position", "t.id"],
    columns: { board: "t.id", revision: "t.revision", rule: "t.rule" },
    json: ["rule"],
    rowsAPage: 100,
  },
  roster: {
    holds: ["roster"],
    from: "roster t LEFT JOIN present_members m ON m.id = t.member",
    owner: "t.member",
    key: ["t.id"],
    columns: {
      name: "t.name",
      email: "t.email",
      studentId: "t.student_id",
      section: "t.section",
      canvasId: "t.canvas_id",
      login: "t.login",
      pseudonym: "m.pseudonym",
    },
    rowsAPage: 500,
  },
  members: {
    holds: ["members"],
    from: "present_members t LEFT JOIN roster o ON o.member = t.id",
    owner: "t.id",
    key: ["t.id"],
    columns: {
      pseudonym: "t.pseudonym",
      name: "COALESCE(NULLIF(o.name, ''), t.name)",
      section: "COALESCE(o.section, '')",
      studentId: "COALESCE(o.student_id, '')",
      email: "COALESCE(o.email, '')",
      role: "t.role",
      showsName: "t.shows_name",
      joinedAt: "t.created_at",
    },
    rowsAPage: 500,
  },
  sessions: {
    holds: ["sessions"],
    from: "sessions t",
    owner: "t.member",
    key: ["t.id"],
    columns: {
      browser: "t.browser",
      openedAt: "t.opened_at",
      seenAt: "t.seen_at",
      expiresAt: "t.expires_at",
    },
    rowsAPage: 100,
  },
  passkeys: {
    holds: ["passkeys"],
    from: "passkeys t",
    owner: "t.member",
    key: ["t.id"],
    columns: { name: "t.name", addedAt: "t.created_at", usedAt: "t.used_at" },
    rowsAPage: 100,
  },
  extensions: {
    holds: ["extensions"],
    from: `extensions t LEFT JOIN members m ON m.id = t.member JOIN members g ON g.id = t.given_by
      AND (t.member IS NULL OR m.erased_at IS NULL)`,
    owner: "t.member",
    key: ["t.id"],
    columns: {
      pseudonym: "m.pseudonym",
      section: "t.section",
      dueAt: "t.due_at",
      givenAt: "t.given_at",
      givenBy: "g.pseudonym",
      reason: "t.reason",
    },
    forStaff: ["givenBy", "reason"],
    rowsAPage: 500,
  },
  answers: {
    holds: ["answers"],
    from: `answers t ${OF_PRESENT}`,
    owner: "t.member",
    key: ["t.member", "t.cell"],
    columns: {
      pseudonym: "m.pseudonym",
      cell: "t.cell",
      revision: "t.revision",
      begunAt: "t.begun_at",
      savedAt: "t.saved_at",
      answer: "t.json",
    },
    json: ["answer"],
    rowsAPage: 25,
  },
  runs: {
    holds: ["runs", "specs"],
    from: `runs t ${OF_PRESENT} JOIN specs s ON s.id = t.spec_id`,
    owner: "t.member",
    key: ["t.id"],
    columns: {
      id: "t.id",
      pseudonym: "m.pseudonym",
      problem: "t.problem",
      width: "t.width",
      parameters: "t.parameters",
      engine: "t.engine",
      device: "t.device",
      trainMse: "t.train_mse",
      testMse: "t.test_mse",
      randomMse: "t.random_mse",
      auroc: "t.auroc",
      tprAt1Fpr: "t.tpr_at_1_fpr",
      dPrime: "t.d_prime",
      verification: "t.verification",
      rejection: "t.rejection",
      durationMs: "t.duration_ms",
      receivedAt: "t.received_at",
      runLink: "t.run_link",
      weightsHash: "t.weights_hash",
      specId: "t.spec_id",
      claimed: "t.claimed",
      spec: "s.json",
    },
    json: ["claimed", "spec"],
    content: { hash: "t.history_hash", name: "history", onlyMine: true },
    rowsAPage: 40,
  },
  submissions: {
    holds: ["submissions"],
    from: `submissions t ${OF_PRESENT}`,
    owner: "t.member",
    key: ["t.id"],
    columns: {
      id: "t.id",
      pseudonym: "m.pseudonym",
      number: "t.number",
      version: "t.version",
      receivedAt: "t.received_at",
      contentHash: "t.content_hash",
    },
    content: { hash: "t.content_hash", name: "content", onlyMine: false },
    rowsAPage: 3,
  },
  flags: {
    holds: ["flag_reviews"],
    from: `flag_reviews t ${OF_PRESENT} LEFT JOIN members o ON o.id = t.other JOIN members b ON b.id = t.reviewed_by
      AND (t.other IS NULL OR o.erased_at IS NULL)`,
    owner: null,
    key: ["t.flag"],
    columns: {
      flag: "t.flag",
      kind: "t.kind",
      pseudonym: "m.pseudonym",
      other: "o.pseudonym",
      note: "t.note",
      reviewedBy: "b.pseudonym",
      reviewedAt: "t.reviewed_at",
    },
    rowsAPage: 500,
  },
  gradebook: {
    holds: ["gradebooks"],
    from: "gradebooks t LEFT JOIN members r ON r.id = t.released_by",
    owner: null,
    key: ["t.course"],
    columns: {
      anonymous: "t.anonymous",
      columnHeader: "t.column_header",
      releasedAt: "t.released_at",
      releasedBy: "r.pseudonym",
    },
    rowsAPage: 1,
  },
  grading: {
    holds: ["grading"],
    from: `grading t ${OF_PRESENT} AND (t.pinned IS NOT NULL OR t.late_percent IS NOT NULL)
      LEFT JOIN members l ON l.id = t.late_by LEFT JOIN submissions s ON s.id = t.pinned`,
    owner: "t.member",
    key: ["t.member"],
    columns: {
      pseudonym: "m.pseudonym",
      submission: "s.number",
      latePercent: "t.late_percent",
      lateReason: "t.late_reason",
      lateSetAt: "t.late_at",
      lateSetBy: "l.pseudonym",
    },
    forStaff: ["lateSetBy"],
    onlyMineWhere: IS_RELEASED,
    rowsAPage: 500,
  },
  grades: {
    holds: ["grades"],
    from: `grades t ${OF_PRESENT} AND t.score IS NOT NULL JOIN members g ON g.id = t.graded_by
      LEFT JOIN submissions s ON s.id = t.submission`,
    owner: "t.member",
    key: ["t.member", "t.part"],
    columns: {
      pseudonym: "m.pseudonym",
      part: "t.part",
      score: "t.score",
      points: "t.points",
      items: "t.items",
      adjustment: "t.adjustment",
      comment: "t.comment",
      version: "t.version",
      submission: "s.number",
      gradedAt: "t.graded_at",
      gradedBy: "g.pseudonym",
    },
    json: ["items"],
    forStaff: ["gradedBy"],
    onlyMineWhere: IS_RELEASED,
    rowsAPage: 200,
  },
  regradeRequests: {
    holds: ["regrade_requests"],
    from: `regrade_requests t ${OF_PRESENT} LEFT JOIN members a ON a.id = t.answered_by`,
    owner: "t.member",
    key: ["t.id"],
    columns: {
      pseudonym: "m.pseudonym",
      part: "t.part",
      text: "t.text",
      askedAt: "t.asked_at",
      answer: "t.answer",
      answeredAt: "t.answered_at",
      answeredBy: "a.pseudonym",
    },
    forStaff: ["answeredBy"],
    rowsAPage: 200,
  },
  comments: {
    holds: ["reused_comments"],
    from: "reused_comments t JOIN members b ON b.id = t.made_by",
    owner: null,
    key: ["t.id"],
    columns: { part: "t.part", text: "t.text", madeAt: "t.made_at", madeBy: "b.pseudonym" },
    rowsAPage: 200,
  },
  audit: {
    holds: ["audit_log"],
    from: "audit_log t JOIN members a ON a.id = t.actor",
    owner: "t.actor",
    key: ["t.id"],
    columns: { at: "t.at", actor: "a.pseudonym", change: "t.detail" },
    json: ["change"],
    onlyMineWhere: `t.change NOT IN ${OF_GRADES}`,
    rowsAPage: 500,
  },
};

/** Tables that are in no file, and why. */
export const NOT_EXPORTED: Readonly<Record<string, string>> = {
  board_entries: "derived from the runs and the boards, which are in the files",
  progress: "derived from the answers, runs and submissions, which are in the files",
  honest_gaps: "computed from the specs, which are in the files",
  sign_in_keys: "hashes of what lets someone in",
  recovery_codes: "hashes of what lets someone in",
  passkey_challenges: "random numbers that live for five minutes",
  erasures: "hashes of members who are gone, of every course",
  doomed_bytes: "names of bytes that are being deleted",
};
