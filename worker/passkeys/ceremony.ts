import { PASSKEY_CHALLENGE_SECONDS } from "../../shared/limits.ts";
import type { LabContext } from "../environment.ts";
import type { Member } from "../store/members.ts";
import { putChallenge, takeChallenge } from "../store/passkey-challenges.ts";
import { loadWebAuthn } from "./webauthn.ts";

/**
 * WebAuthn has two ceremonies, adding a passkey and signing in with one. In both the lab gives out a challenge, which the device signs
 * together with the origin that its browser shows; the lab takes each challenge once, and only in time.
 */
export type Ceremony = {
  readonly db: D1Database;
  /** Where the lab is: a passkey works nowhere else. */
  readonly origin: string;
  /** WebAuthn's relying party id. */
  readonly host: string;
  readonly now: Date;
};

export function ceremonyAt(c: LabContext, now: Date): Ceremony {
  const { origin, hostname } = new URL(c.req.url);
  return { db: c.env.DB, origin, host: hostname, now };
}

export const CHALLENGE_MILLISECONDS = PASSKEY_CHALLENGE_SECONDS * 1_000;

/** Keeps a challenge for its time: a member's who adds a passkey, or (null) of whoever signs in. */
export async function keepChallenge({ db, now }: Ceremony, challenge: string, member: Member | null) {
  const expiresAt = new Date(now.getTime() + CHALLENGE_MILLISECONDS).toISOString();
  await putChallenge(db, { challenge, member, expiresAt });
}

/** Uses up the challenge that a device signed; null where it is none that this lab gave out for this, or not any more. */
export async function useChallenge(
  { db, now }: Ceremony,
  clientDataJson: string,
  member: Member | null,
): Promise<string | null> {
  const challenge = await readChallenge(clientDataJson);
  if (challenge === null) return null;
  return (await takeChallenge(db, { challenge, member, now: now.toISOString() })) ? challenge : null;
}

async function readChallenge(clientDataJson: string): Promise<string | null> {
  const { decodeClientDataJSON } = await loadWebAuthn();
  try {
    const { challenge } = decodeClientDataJSON(clientDataJson);
    return typeof challenge === "string" ? challenge : null;
  } catch {
    return null;
  }
}
