import { PAGE } from "./precache.ts";

/** A network that does not answer within this is as good as none. */
const PAGE_TIMEOUT_MILLISECONDS = 3_000;

/** What is kept, also by the version before, whose tabs may be open; else what the network brings, which is then kept. */
export async function answerKept(event: FetchEvent, name: string): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(name);
  const anyHeaders = { ignoreVary: true };
  const kept = (await cache.match(request, anyHeaders)) ?? (await caches.match(request, anyHeaders));
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) event.waitUntil(cache.put(request, answer.clone()));
  return answer;
}

/** The page of the newest version, where network and server bring it in time; else the one that is kept. */
export async function answerPage(event: FetchEvent, name: string): Promise<Response> {
  const fresh = fetchPage(event);
  try {
    const answer = await Promise.race([fresh, failAfter(PAGE_TIMEOUT_MILLISECONDS)]);
    if (answer.status < 500) return answer;
  } catch {
    // No network, or none to wait for.
  }
  return (await (await caches.open(name)).match(PAGE)) ?? (await fresh);
}

/** The browser asks for a page while the service worker still starts, where it can. */
async function fetchPage({ preloadResponse, request }: FetchEvent): Promise<Response> {
  const preloaded: unknown = await preloadResponse;
  return preloaded instanceof Response ? preloaded : await fetch(request);
}

function failAfter(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => setTimeout(reject, milliseconds, new Error("the network took too long")));
}
