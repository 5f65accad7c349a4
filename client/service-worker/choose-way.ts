/** How a request is answered: as if no service worker were there, from what is kept, or as a page that the network may not bring. */
export type Way = "untouched" | "kept" | "page";

export type Asked = { readonly method: string; readonly url: string; readonly mode: string };
export type Lab = { readonly origin: string; readonly files: readonly string[] };

/** The server answers every path of the lab with one page, so each page's address is a page; what the API says is never kept. */
export function chooseWay({ method, url, mode }: Asked, { origin, files }: Lab): Way {
  const at = new URL(url);
  if (method !== "GET" || at.origin !== origin || at.pathname.startsWith("/api/")) return "untouched";
  if (/^\/(assets|data)\//.test(at.pathname)) return "kept";
  if (mode === "navigate") return "page";
  return files.includes(at.pathname) ? "kept" : "untouched";
}
