import type { LabContext } from "../environment.ts";

const FOR_EVER = "public, max-age=31536000, immutable";

/** Answers bytes that never change under their path: kept for a year, and 304 for who has them. */
export function immutable(
  c: LabContext,
  { hash, type, body }: { hash: string; type: string; body: Uint8Array<ArrayBuffer> | ArrayBuffer | string },
) {
  const etag = `"${hash}"`;
  const headers = { "Cache-Control": FOR_EVER, ETag: etag };
  if (holds(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, "Content-Type": type });
}

/** Whether If-None-Match names this entity; caches on the way may have made the tag a weak one. */
export function holds(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}
