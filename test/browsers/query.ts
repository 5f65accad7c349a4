import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** What a person looks for on a page: a role with its name, or words; anywhere, or inside of something else. */
export type Query = (
  | { readonly role: string; readonly name?: string | RegExp }
  | { readonly text: string | RegExp }
) & { readonly within?: Query };

/** Testing Library, whole, to be run in a page. */
export const LIBRARY = readFileSync(
  fileURLToPath(import.meta.resolve("@testing-library/dom/dist/@testing-library/dom.umd.min.js")),
  "utf8",
);
/** The body of a function that tells whether a page has it. */
export const HAS_LIBRARY = "return 'TestingLibraryDom' in globalThis;";

const FIND = `const find = (query) => {
  const { queries } = TestingLibraryDom;
  const roots = query.within === undefined ? [document.body] : find(query.within);
  const all = roots.flatMap((root) => query.role === undefined
    ? queries.queryAllByText(root, query.text)
    : queries.queryAllByRole(root, query.role, { name: query.name }));
  return all.filter((element) => element.checkVisibility());
};`;

/** The body of a function: `found` are the elements of a query, in the page's order, and `body` says what to do with them. */
export function withFound(query: Query, body: string): string {
  return `${FIND} const found = find(${toSource(query)}); ${body}`;
}

/** JavaScript's source of a value of strings, regular expressions and objects of these. */
function toSource(value: unknown): string {
  if (value instanceof RegExp) return String(value);
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "undefined";
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${toSource(one)}`);
  return `({ ${entries.join(", ")} })`;
}
