/** A word of a text: as it is compared, and where it stands (characters from the start, the end not included). */
export type Word = { readonly text: string; readonly start: number; readonly end: number };

const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
/** Addresses of pictures and links are not the student's words. */
const ADDRESS = /\]\([^()\n]{0,300}\)/g;

/**
 * The words of a Markdown text as two texts are compared by them: small letters, one form of each sign, and nothing of
 * spaces, punctuation and Markdown's own signs. In scripts without spaces each character is a word.
 */
export function listWords(markdown: string): readonly Word[] {
  const prose = markdown.replace(ADDRESS, (address) => " ".repeat(address.length));
  return Array.from(prose.matchAll(WORD), ({ 0: word, index }) => ({
    text: word.normalize("NFKC").toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}
