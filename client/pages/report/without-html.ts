/** Code and formulas, in which a `<` is a `<`. */
const KEPT = /(```[\s\S]*?(?:```|$)|`[^`\n]*`|\$\$[\s\S]*?\$\$|\$[^$\n]+\$)/;
/** What would open a tag; not the address in `<https://...>`. */
const TAG = /<(?=[a-z/!?])(?!https?:|mailto:)/gi;

/** Markdown in which HTML is text, as the lab shows it; Jupyter would take it for HTML, and leave out what it does not know. */
export function withoutHtml(markdown: string): string {
  return markdown
    .split(KEPT)
    .map((piece, i) => (i % 2 === 1 ? piece : piece.replaceAll(TAG, "&lt;")))
    .join("");
}
