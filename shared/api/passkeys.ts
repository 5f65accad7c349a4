import * as z from "zod/mini";
import { MAX_PASSKEY_NAME_CHARACTERS } from "../limits.ts";

/** Bytes as WebAuthn's JSON has them. */
const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/, "expected base64url"), z.maxLength(8_000));

const KeyRef = z.object({ id: Base64Url, type: z.literal("public-key") });

/** `POST /api/courses/COURSE/passkeys/challenge`, for the staff: 201 with what `navigator.credentials.create` takes. */
export const PasskeyCreation = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: Base64Url, name: z.string(), displayName: z.string() }),
  challenge: Base64Url,
  pubKeyCredParams: z.array(z.object({ alg: z.int(), type: z.literal("public-key") })),
  timeout: z.int(), // ms
  attestation: z.literal("none"),
  excludeCredentials: z.array(KeyRef),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    requireResidentKey: z.literal(true),
    userVerification: z.literal("preferred"),
  }),
});
export type PasskeyCreation = z.infer<typeof PasskeyCreation>;

/** `POST /api/passkeys/challenge`, for anyone: 201 with what `navigator.credentials.get` takes; it names no passkey, the device knows them. */
export const PasskeyRequest = z.object({
  rpId: z.string(),
  challenge: Base64Url,
  timeout: z.int(), // ms
  userVerification: z.literal("preferred"),
});
export type PasskeyRequest = z.infer<typeof PasskeyRequest>;

const Credential = { id: Base64Url, rawId: Base64Url, type: z.literal("public-key") };

export const CreatedCredential = z.object({
  ...Credential,
  response: z.object({ clientDataJSON: Base64Url, attestationObject: Base64Url }),
});
export type CreatedCredential = z.infer<typeof CreatedCredential>;

export const SignedCredential = z.object({
  ...Credential,
  response: z.object({
    clientDataJSON: Base64Url,
    authenticatorData: Base64Url,
    signature: Base64Url,
    /** Whose passkey it is; a passkey that can be found without a name always says. */
    userHandle: Base64Url,
  }),
});
export type SignedCredential = z.infer<typeof SignedCredential>;

/** `POST /api/courses/COURSE/passkeys`, for the staff: 201 with a PasskeyView. */
export const AddPasskey = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(MAX_PASSKEY_NAME_CHARACTERS)),
  credential: CreatedCredential,
});
export type AddPasskey = z.infer<typeof AddPasskey>;

/** `POST /api/passkeys/sign-in`: 201 with a Membership and the course's session cookie; 404 for a passkey that nobody has. */
export const SignInWithPasskey = z.strictObject({ credential: SignedCredential });

export const PasskeyView = z.object({
  id: z.string(),
  name: z.string(),
  addedAt: z.string(),
  /** When it last signed someone in; null for never. */
  usedAt: z.nullable(z.string()),
});
export type PasskeyView = z.infer<typeof PasskeyView>;
/** `GET /api/courses/COURSE/passkeys`: one's own. `DELETE .../passkeys/ID` removes one, at once. */
export const PasskeyList = z.object({ passkeys: z.array(PasskeyView) });
