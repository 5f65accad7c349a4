import {
  browserSupportsWebAuthn,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from "@simplewebauthn/browser";
import type { Membership } from "../../shared/api/courses.ts";
import { CreatedCredential, type PasskeyView, SignedCredential } from "../../shared/api/passkeys.ts";
import { failure, type Result } from "../../shared/result.ts";
import { passkeyCalls } from "./calls/passkeys.ts";

/** `message` is a sentence for the reader. */
export type PasskeyFailure = { readonly message: string };

/** Whether this browser can hold or ask for passkeys here: it needs https, or this very machine, and a name instead of an address. */
export function hasPasskeys(): boolean {
  return browserSupportsWebAuthn();
}

/** Makes a passkey on this device, or on one that the browser offers, and has the course keep it under `name`. */
export async function addPasskey(course: string, name: string): Promise<Result<PasskeyView, PasskeyFailure>> {
  const begun = await passkeyCalls.beginAdding(course);
  if (!begun.ok) return begun;
  try {
    const made = await startRegistration({ optionsJSON: begun.value });
    return await passkeyCalls.add(course, { name, credential: CreatedCredential.parse(made) });
  } catch (error) {
    return failure({ message: sayWhy(error, "added") });
  }
}

/** Has the person choose one of this lab's passkeys, and signs in with it. */
export async function signInWithPasskey(): Promise<Result<Membership, PasskeyFailure>> {
  const begun = await passkeyCalls.beginSignIn();
  if (!begun.ok) return begun;
  try {
    const signed = await startAuthentication({ optionsJSON: begun.value });
    return await passkeyCalls.signIn(SignedCredential.parse(signed));
  } catch (error) {
    return failure({ message: sayWhy(error, "used") });
  }
}

/** Browsers tell little of why, so that pages learn nothing of who has which passkey. */
function sayWhy(error: unknown, done: "added" | "used"): string {
  const [name, code] =
    error instanceof WebAuthnError
      ? [error.name, error.code]
      : [error instanceof Error ? error.name : "", ""];
  if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED")
    return "This device holds a passkey of yours for this course already. Add one on another device, or remove that one first.";
  if (name === "NotAllowedError" || name === "AbortError")
    return `No passkey was ${done}: it was put aside, or took too long. Try again when you are ready.`;
  if (code === "ERROR_INVALID_DOMAIN" || name === "SecurityError")
    return "Passkeys work only where the lab has a name and https. Open it under its own address.";
  return `No passkey was ${done}: this browser or device could not. Try another one, or sign in with your link.`;
}
