import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import canonicalize from "canonicalize";
import type { ExperimentSpec } from "./experiment.ts";

/** RFC 8785 canonical JSON: keys sorted, no spaces, numbers as ECMAScript writes them. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError("only JSON values have a canonical form");
  return text;
}

/** A spec's id: the SHA-256 (64 hex digits) of its canonical JSON. Takes a parsed spec, so defaults are written out. */
export function specId(spec: ExperimentSpec): string {
  return sha256Hex(utf8ToBytes(canonicalJson(spec)));
}

/** Lower-case hex SHA-256; the name under which KV keeps bytes. */
export function sha256Hex(bytes: Uint8Array): string {
  return bytesToHex(sha256(bytes));
}
