import { can } from "../../shared/access/can.ts";
import type { ApiError } from "../../shared/api/errors.ts";
import { PasskeyRequest, type SignedCredential } from "../../shared/api/passkeys.ts";
import { failure, type Result, success } from "../../shared/result.ts";
import type { Member } from "../store/members.ts";
import { type Key, readKey, useKey } from "../store/passkeys.ts";
import { type Ceremony, CHALLENGE_MILLISECONDS, keepChallenge, useChallenge } from "./ceremony.ts";
import { loadWebAuthn } from "./webauthn.ts";

/** What a browser needs to ask its person for a passkey of this lab, whoever that is. */
export async function beginSignIn(ceremony: Ceremony): Promise<PasskeyRequest> {
  const { generateAuthenticationOptions } = await loadWebAuthn();
  const options = await generateAuthenticationOptions({
    rpID: ceremony.host,
    timeout: CHALLENGE_MILLISECONDS,
    userVerification: "preferred",
  });
  await keepChallenge(ceremony, options.challenge, null);
  return PasskeyRequest.parse(options);
}

/** Who signs in with what the passkey signed; fails where nobody has it, it was asked too long ago, or the signature does not hold. */
export async function finishSignIn(
  ceremony: Ceremony,
  credential: SignedCredential,
): Promise<Result<Member, ApiError>> {
  const challenge = await useChallenge(ceremony, credential.response.clientDataJSON, null);
  if (challenge === null) return failure(TOO_LATE);
  const key = await readKey(ceremony.db, credential.id);
  if (key === null || !can(key.member.role, "usePasskeys")) return failure(NOBODYS);
  const counter = await verify(ceremony, { key, credential, challenge });
  if (counter === null) return failure(DOES_NOT_HOLD);
  const isUsed = await useKey(ceremony.db, { key, counter, now: ceremony.now.toISOString() });
  return isUsed ? success(key.member) : failure(NOBODYS);
}

/** The device's count of signatures with this one; null where the signature does not hold, or the count went back: a copy signed. */
async function verify(
  { origin, host }: Ceremony,
  { key, credential, challenge }: { key: Key; credential: SignedCredential; challenge: string },
): Promise<number | null> {
  const { verifyAuthenticationResponse, isoBase64URL } = await loadWebAuthn();
  const { publicKey, counter, member } = key;
  if (credential.response.userHandle !== isoBase64URL.fromUTF8String(member.id)) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...credential, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: host,
      credential: { id: credential.id, publicKey: isoBase64URL.toBuffer(publicKey), counter },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

const TOO_LATE: ApiError = {
  reason: "invalid",
  message: "This sign-in took longer than five minutes, or was used before; try again.",
  field: "credential",
};
const NOBODYS: ApiError = {
  reason: "notFound",
  message:
    "Nobody in this lab has this passkey (any more). Sign in with your link or recovery code, then add a new one.",
};
const DOES_NOT_HOLD: ApiError = {
  reason: "notSignedIn",
  message:
    "What the passkey signed does not hold for this lab; nobody was signed in. Open the lab itself and try again.",
};
