import { sha256Hex } from "../../shared/spec/identity.ts";

const TOKEN_BYTES = 16; // 128 bits
const CODE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that looks like another
const JOIN_CODE_LENGTH = 8;
const RECOVERY_CODE_LENGTH = 20; // 100 bits

/** 128 random bits, base64url: a session, a sign-in key or a run link. */
export function makeToken(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(TOKEN_BYTES)));
}

/** A code that can be read aloud: 8 letters and digits, 40 random bits. */
export function makeJoinCode(): string {
  return makeCode(JOIN_CODE_LENGTH);
}

/** A code that can be printed and typed: 20 letters and digits, 100 random bits, so that nobody guesses one. */
export function makeRecoveryCode(): string {
  return makeCode(RECOVERY_CODE_LENGTH);
}

function makeCode(length: number): string {
  const bytes = crypto.getRandomValues(new Uint8Array(length));
  return Array.from(bytes, (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join("");
}

/** How a token is kept: tokens are random, so a plain hash cannot be guessed backwards. */
export function hashToken(token: string): string {
  return sha256Hex(new TextEncoder().encode(token));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(a: string, b: string): boolean {
  const encoder = new TextEncoder();
  const [left, right] = [encoder.encode(hashToken(a)), encoder.encode(hashToken(b))];
  return crypto.subtle.timingSafeEqual(left, right);
}
