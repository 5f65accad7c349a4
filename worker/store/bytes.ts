import { sha256Hex } from "../../shared/spec/identity.ts";

/** Immutable bytes and the SHA-256 that names them. */
export type NamedBytes = { readonly hash: string; readonly bytes: Uint8Array };

export function nameBytes(bytes: Uint8Array): NamedBytes {
  return { hash: sha256Hex(bytes), bytes };
}

/**
 * Writes bytes under their hash. KV takes one write a second for a key and a class trains one spec to the same bytes, so
 * ask D1 first whether a stored row names them (`listStoredHashes`); KV itself may deny for a minute what it holds.
 */
export async function writeBytes(kv: KVNamespace, { hash, bytes }: NamedBytes): Promise<void> {
  await kv.put(hash, bytes);
}

/** The bytes under a hash; null while they have not reached this place yet. Never changes, so the edge may keep them. */
export async function readBytes(kv: KVNamespace, hash: string): Promise<ArrayBuffer | null> {
  return await kv.get(hash, { type: "arrayBuffer", cacheTtl: 86_400 });
}
