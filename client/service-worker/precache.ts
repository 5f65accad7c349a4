import { findForeign } from "./find-foreign.ts";

/** What one build of the lab is made of. The first of `files` is the page. */
export type Build = { readonly version: string; readonly files: readonly string[] };

export const PAGE = "/";
/** Few, and of low priority: the page that is being read has the network first. */
const AT_ONCE = 4;

/** Fills a cache with all files of a build, or throws and leaves none: half a lab would open and then fail. */
export async function precache(name: string, { files }: Build): Promise<void> {
  const isNew = !(await caches.has(name));
  const cache = await caches.open(name);
  try {
    const waiting = files.values();
    const fetchNext = async () => {
      for (const file of waiting) await cache.put(file, await fetchFile(file, files));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, fetchNext));
  } catch (error) {
    if (isNew) await caches.delete(name);
    throw error;
  }
}

async function fetchFile(file: string, files: readonly string[]): Promise<Response> {
  // A name with a hash never changes, so what the page has fetched already will do.
  const hashed = /^\/(assets|data)\//.test(file);
  const answer = await fetch(file, { cache: hashed ? "default" : "reload", priority: "low" });
  if (!answer.ok) throw new Error(`${file} was answered with ${answer.status}`);
  const foreign = file === PAGE ? findForeign(await answer.clone().text(), files) : null;
  if (foreign !== null)
    throw new Error(`the page asks for ${foreign}: another version was deployed meanwhile`);
  return answer;
}
