import type { RunUpload } from "../../shared/api/runs.ts";
import { canonicalJson, sha256Hex } from "../../shared/spec/identity.ts";

/** One hash of all that a run's upload says: the same id may come again with this content, and with no other. */
export function contentHash(upload: RunUpload, weights: Uint8Array): string {
  const text = canonicalJson({ upload, weights: sha256Hex(weights) });
  return sha256Hex(new TextEncoder().encode(text));
}
