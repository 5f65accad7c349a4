import type { LabContext } from "../environment.ts";
import { insertMember, type Member } from "../store/members.ts";
import { putRecoveryCode } from "../store/recovery-codes.ts";
import { pseudonymFrom } from "./pseudonym.ts";
import { hashToken, makeRecoveryCode } from "./secrets.ts";
import { openSession } from "./session.ts";

const ATTEMPTS = 5;

/** Makes a member with a pseudonym that is free in the course and a recovery code, and signs this browser in. */
export async function join(
  c: LabContext,
  course: string,
): Promise<{ readonly member: Member; readonly recoveryCode: string }> {
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
    try {
      await c.env.DB.batch([
        insertMember(c.env.DB, { ...member, createdAt: now }),
        putRecoveryCode(c.env.DB, { codeHash: hashToken(recoveryCode), member, now }),
        openSession(c, member),
      ]);
      return { member, recoveryCode };
    } catch (error) {
      const taken = error instanceof Error && error.message.includes("members.pseudonym");
      if (!taken || attempt === ATTEMPTS) throw error;
    }
  }
}
