/** Generic enough for every machine; what is drawn leaves room for the widest of these fonts. */
export const FONT_FAMILY = "Helvetica, Arial, sans-serif";
export const LINE_HEIGHT = 1.25; // em

/**
 * At most how wide a text is, in px: advances of DejaVu Sans, which is wider than Helvetica, Arial, Roboto and Noto Sans,
 * rounded up by kinds of letter.
 */
export function textWidth(text: string, size: number, weight: "normal" | "bold" = "normal"): number {
  let ems = 0;
  for (const letter of text) ems += advance(letter);
  return ems * size * (weight === "bold" ? 1.12 : 1);
}

function advance(letter: string): number {
  if (/[ijl.,:;|!'’ ]/.test(letter)) return 0.34;
  if (/[frt()[\]"/\-–]/.test(letter)) return 0.5;
  if (/[mMwWQO@%—]/.test(letter)) return 1;
  if (/[A-Z+=×±<>~#&]/.test(letter)) return 0.84;
  return /[\u0020-\u024f]/.test(letter) ? 0.65 : 1.05;
}

/** Breaks a text into lines that are at most `width` px wide, inside a word only where the word alone is wider. */
export function wrapText(
  text: string,
  { width, size, weight = "normal" }: { width: number; size: number; weight?: "normal" | "bold" },
): readonly string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width;
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    line = "";
    for (const letter of word) {
      if (line !== "" && !fits(line + letter)) {
        lines.push(line);
        line = "";
      }
      line += letter;
    }
  }
  return line === "" ? lines : [...lines, line];
}
