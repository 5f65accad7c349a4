/** The styles of letters in formulas: where Unicode has their A, a and 0, and α where it has Greek ones. */
const STYLES: Readonly<Record<string, Style>> = {
  bold: { upper: 0x1d400, lower: 0x1d41a, digit: 0x1d7ce, greek: 0x1d6c2 },
  "bold-italic": { upper: 0x1d468, lower: 0x1d482, greek: 0x1d736 },
  script: { upper: 0x1d49c, lower: 0x1d4b6 },
  "double-struck": { upper: 0x1d538, lower: 0x1d552, digit: 0x1d7d8 },
  fraktur: { upper: 0x1d504, lower: 0x1d51e },
  "sans-serif": { upper: 0x1d5a0, lower: 0x1d5ba, digit: 0x1d7e2 },
  monospace: { upper: 0x1d670, lower: 0x1d68a, digit: 0x1d7f6 },
};
type Style = {
  readonly upper: number;
  readonly lower: number;
  readonly digit?: number;
  readonly greek?: number;
};

/** Letters that Unicode had before it had the rest of their style. */
const EARLY: Readonly<Record<string, string>> = {
  ...{ "script B": "ℬ", "script E": "ℰ", "script F": "ℱ", "script H": "ℋ", "script I": "ℐ", "script L": "ℒ" },
  ...{ "script M": "ℳ", "script R": "ℛ", "script e": "ℯ", "script g": "ℊ", "script o": "ℴ" },
  ...{ "double-struck C": "ℂ", "double-struck H": "ℍ", "double-struck N": "ℕ", "double-struck P": "ℙ" },
  ...{ "double-struck Q": "ℚ", "double-struck R": "ℝ", "double-struck Z": "ℤ" },
  ...{ "fraktur C": "ℭ", "fraktur H": "ℌ", "fraktur I": "ℑ", "fraktur R": "ℜ", "fraktur Z": "ℨ" },
};

/**
 * Text in a MathML `mathvariant`, as characters that are so by themselves: browsers know no variant but `normal` (MathML Core),
 * and would draw ℝ as R.
 */
export function styleLetters(text: string, variant: string): string {
  const style = STYLES[variant];
  if (style === undefined) return text;
  return Array.from(text, (letter) => EARLY[`${variant} ${letter}`] ?? shift(letter, style)).join("");
}

function shift(letter: string, { upper, lower, digit, greek }: Style): string {
  const code = letter.codePointAt(0) ?? 0;
  const to = (start: number | undefined, first: number) =>
    start === undefined ? letter : String.fromCodePoint(start + code - first);
  if (/^[A-Z]$/.test(letter)) return to(upper, 0x41);
  if (/^[a-z]$/.test(letter)) return to(lower, 0x61);
  if (/^[0-9]$/.test(letter)) return to(digit, 0x30);
  if (/^[α-ω]$/.test(letter)) return to(greek, 0x3b1);
  // The capitals stand 26 places before the small letters.
  return /^[Α-Ω]$/.test(letter) ? to(greek === undefined ? undefined : greek - 26, 0x391) : letter;
}
