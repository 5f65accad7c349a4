import type { ApiError } from "../../shared/api/errors.ts";
import { type AddPasskey, PasskeyCreation, type PasskeyView } from "../../shared/api/passkeys.ts";
import { MAX_PASSKEYS_A_MEMBER } from "../../shared/limits.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import { insertAudit } from "../store/audit-log.ts";
import type { Member } from "../store/members.ts";
import { insertPasskey, listPasskeys } from "../store/passkeys.ts";
import { type Ceremony, CHALLENGE_MILLISECONDS, keepChallenge, useChallenge } from "./ceremony.ts";
import { loadWebAuthn } from "./webauthn.ts";

/** What a member's browser needs to make a passkey; fails where the member has as many as one may. */
export async function beginAdding(
  ceremony: Ceremony,
  member: Member,
): Promise<Result<PasskeyCreation, ApiError>> {
  const known = await listPasskeys(ceremony.db, member);
  if (known.length >= MAX_PASSKEYS_A_MEMBER) return failure(TOO_MANY);
  const { generateRegistrationOptions } = await loadWebAuthn();
  const options = await generateRegistrationOptions({
    rpName: "Latent Lab",
    rpID: ceremony.host,
    userID: new Uint8Array(new TextEncoder().encode(member.id)),
    userName: `${member.pseudonym}, ${member.course}`,
    userDisplayName: `${member.pseudonym}, ${member.course}`,
    timeout: CHALLENGE_MILLISECONDS,
    attestationType: "none",
    excludeCredentials: known.map(({ credentialId }) => ({ id: credentialId })),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
  });
  await keepChallenge(ceremony, options.challenge, member);
  return success(PasskeyCreation.parse(options));
}

/** Keeps the passkey that a member's browser made; fails where that answers no challenge of the member's, or does not hold. */
export async function finishAdding(
  ceremony: Ceremony,
  member: Member,
  { name, credential }: AddPasskey,
): Promise<Result<PasskeyView, ApiError>> {
  const challenge = await useChallenge(ceremony, credential.response.clientDataJSON, member);
  if (challenge === null) return failure(TOO_LATE);
  const made = await verify(ceremony, credential, challenge);
  if (made === null) return failure(DOES_NOT_HOLD);
  const { isoBase64URL } = await loadWebAuthn();
  const [id, now] = [crypto.randomUUID(), ceremony.now.toISOString()];
  const passkey = {
    id,
    member,
    name,
    credentialId: made.id,
    publicKey: isoBase64URL.fromBuffer(made.publicKey),
    counter: made.counter,
    now,
  };
  try {
    const [inserted] = await ceremony.db.batch([
      insertPasskey(ceremony.db, passkey),
      insertAudit(ceremony.db, { actor: member, change: { kind: "passkeyAdded", name }, now }),
    ]);
    if (inserted?.meta.changes === 0) return failure(TOO_MANY);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes("passkeys.credential_id"))) throw error;
    return failure(KNOWN_ALREADY);
  }
  return success({ id, name, addedAt: now, usedAt: null });
}

async function verify(
  { origin, host }: Ceremony,
  credential: AddPasskey["credential"],
  expectedChallenge: string,
) {
  const { verifyRegistrationResponse } = await loadWebAuthn();
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: false,
    });
    return registrationInfo?.credential ?? null;
  } catch {
    return null;
  }
}

const TOO_MANY: ApiError = {
  reason: "conflict",
  message: `You have ${MAX_PASSKEYS_A_MEMBER} passkeys here, as many as one may; remove one first.`,
};
const TOO_LATE: ApiError = {
  reason: "invalid",
  message: "Adding this passkey took longer than five minutes, or began in another tab; begin again.",
  field: "credential",
};
const DOES_NOT_HOLD: ApiError = {
  reason: "invalid",
  message:
    "expected a passkey that was made for this page, and this one was not; open the lab itself and try again",
  field: "credential",
};
const KNOWN_ALREADY: ApiError = {
  reason: "conflict",
  message: "This passkey is in the lab already; make a new one.",
  field: "credential",
};
