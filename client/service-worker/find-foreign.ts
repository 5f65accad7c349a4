/** The first file that a page asks for and a build does not have, so that the page is another build's; null where it has all. */
export function findForeign(html: string, files: readonly string[]): string | null {
  const asked = Array.from(html.matchAll(/"(\/assets\/[^"]+)"/g), ([, path = ""]) => path);
  return asked.find((path) => !files.includes(path)) ?? null;
}
