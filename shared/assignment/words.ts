/**
 * How many words a Markdown text has. A formula and a piece of code count as one word each; fenced code, pictures, addresses
 * and Markdown's own signs do not count. In scripts that put no spaces between words each character counts.
 */
export function countWords(markdown: string): number {
  return readable(markdown).match(WORD)?.length ?? 0;
}

const WORD =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.,:/-]*[\p{L}\p{M}\p{N}])?/gu;

/**
 * The text with what is not prose taken out, and `x` in the place of a formula or of code. Every span has a longest length, so
 * that signs that are never closed cost no more than others: this runs at every letter that is typed.
 */
function readable(markdown: string): string {
  return markdown
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[^\n]*$|(?![\s\S]))/gm, " ")
    .replace(/(`+)(?!`)[\s\S]{0,500}?[^`]\1(?!`)/g, " x ")
    .replace(/\$\$[\s\S]{1,400}?\$\$|\\\[[\s\S]{1,400}?\\\]|\\\([\s\S]{1,400}?\\\)/g, " x ")
    .replace(/\$(?!\s)[^$\n]{0,500}[^\s$]\$/g, " x ")
    .replace(/!\[[^\][]{0,300}\]\([^()\n]{0,300}\)/g, " ")
    .replace(/\[([^\][]{0,300})\]\([^()\n]{0,300}\)/g, "$1")
    .replace(/<[^<>\s][^<>]{0,300}>/g, " ");
}
