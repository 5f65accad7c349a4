import type { JoinCourse } from "../../shared/api/courses.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { LabContext } from "../environment.ts";
import type { Course } from "../store/courses.ts";
import { insertMember, insertMemberOfRow, type Member } from "../store/members.ts";
import { putRecoveryCode } from "../store/recovery-codes.ts";
import { bindRow, findFreeRow } from "../store/roster.ts";
import { pseudonymFrom } from "./pseudonym.ts";
import { hashToken, makeRecoveryCode } from "./secrets.ts";
import { openSession } from "./session.ts";

const ATTEMPTS = 5;

type Arrival = { readonly member: Member; readonly recoveryCode: string };

/**
 * Makes a member with a pseudonym that is free in the course and a recovery code, binds the member to the roster's row that the
 * wish names, and signs this browser in: all of it or nothing. Fails where the course wants such a row and none is free.
 */
export async function join(
  c: LabContext,
  { course, joinByRoster }: Pick<Course, "course" | "joinByRoster">,
  { name = "", studentId = "", email = "" }: JoinCourse,
): Promise<Result<Arrival, ApiError>> {
  if (joinByRoster && studentId === "" && email === "") return failure(WHO_ARE_YOU);
  const row =
    studentId === "" && email === "" ? null : await findFreeRow(c.env.DB, course, { studentId, email });
  if (joinByRoster && row === null) return failure(NO_FREE_PLACE);
  const recoveryCode = makeRecoveryCode();
  for (let attempt = 1; ; attempt++) {
    const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
    const member: Member = {
      id: crypto.randomUUID(),
      course,
      role: "student",
      pseudonym: pseudonymFrom(random),
    };
    const now = new Date().toISOString();
    const newMember = { ...member, name, createdAt: now };
    const session = openSession(c, member);
    try {
      await c.env.DB.batch([
        // Where the row was taken a moment ago there is no member then, whom the code and the session could belong to: all is undone.
        joinByRoster && row !== null
          ? insertMemberOfRow(c.env.DB, newMember, row)
          : insertMember(c.env.DB, newMember),
        ...(row === null ? [] : [bindRow(c.env.DB, { id: row, member })]),
        putRecoveryCode(c.env.DB, { codeHash: hashToken(recoveryCode), member, now }),
        session.statement,
      ]);
      session.giveCookie();
      return success({ member, recoveryCode });
    } catch (error) {
      const message = error instanceof Error ? error.message : "";
      if (joinByRoster && message.includes("FOREIGN KEY constraint failed")) return failure(NO_FREE_PLACE);
      if (!message.includes("members.pseudonym") || attempt === ATTEMPTS) throw error;
    }
  }
}

const WHO_ARE_YOU: ApiError = {
  reason: "invalid",
  message: "expected the studentId or the email by which the class's roster knows you",
  field: "studentId",
};
/** One answer, whether nobody has that id or somebody has joined with it: it tells nothing of who is in the class. */
const NO_FREE_PLACE: ApiError = {
  reason: "forbidden",
  message:
    "This class is for those on its roster, and no free place there goes by this student id or email. Check it, or ask your instructor.",
  field: "studentId",
};
