/**
 * What becomes of the rows that name a member when the member is erased. Every column that refers to members, or to something of
 * theirs, has a line here: a test reads the schema and fails where one is missing.
 *
 * - `atOnce`: rows of the member, deleted at once, since they let someone in or say who the member is.
 * - `delete`: rows of the member, hidden at once (through present_members) and deleted by the daily job, children before parents.
 * - `anonymize`: what the member did to the course; it stays, done by someone who was erased.
 */
export type ErasureRule = {
  readonly table: string;
  readonly column: string;
  /** What the column refers to. */
  readonly of: "members" | "runs" | "submissions";
  readonly rule: "atOnce" | "delete" | "anonymize";
};

export const ERASURE_RULES: readonly ErasureRule[] = [
  { table: "sessions", column: "member", of: "members", rule: "atOnce" },
  { table: "sign_in_keys", column: "member", of: "members", rule: "atOnce" },
  { table: "recovery_codes", column: "member", of: "members", rule: "atOnce" },
  { table: "passkeys", column: "member", of: "members", rule: "atOnce" },
  { table: "passkey_challenges", column: "member", of: "members", rule: "atOnce" },
  { table: "roster", column: "member", of: "members", rule: "atOnce" },
  { table: "audit_log", column: "actor", of: "members", rule: "anonymize" },
  { table: "assignments", column: "author", of: "members", rule: "anonymize" },
  { table: "extensions", column: "given_by", of: "members", rule: "anonymize" },
  { table: "extensions", column: "member", of: "members", rule: "delete" },
  { table: "flag_reviews", column: "reviewed_by", of: "members", rule: "anonymize" },
  { table: "flag_reviews", column: "member", of: "members", rule: "delete" },
  { table: "flag_reviews", column: "other", of: "members", rule: "delete" },
  { table: "board_entries", column: "run", of: "runs", rule: "delete" },
  { table: "board_entries", column: "member", of: "members", rule: "delete" },
  { table: "gradebooks", column: "released_by", of: "members", rule: "anonymize" },
  { table: "grading", column: "late_by", of: "members", rule: "anonymize" },
  { table: "grades", column: "graded_by", of: "members", rule: "anonymize" },
  { table: "reused_comments", column: "made_by", of: "members", rule: "anonymize" },
  { table: "regrade_requests", column: "answered_by", of: "members", rule: "anonymize" },
  { table: "regrade_requests", column: "member", of: "members", rule: "delete" },
  { table: "grades", column: "submission", of: "submissions", rule: "delete" },
  { table: "grades", column: "member", of: "members", rule: "delete" },
  { table: "grading", column: "pinned", of: "submissions", rule: "delete" },
  { table: "grading", column: "member", of: "members", rule: "delete" },
  { table: "answers", column: "member", of: "members", rule: "delete" },
  { table: "progress", column: "member", of: "members", rule: "delete" },
  { table: "submissions", column: "member", of: "members", rule: "delete" },
  { table: "runs", column: "member", of: "members", rule: "delete" },
];

export function rulesOf(rule: ErasureRule["rule"]): readonly ErasureRule[] {
  return ERASURE_RULES.filter((one) => one.rule === rule);
}
