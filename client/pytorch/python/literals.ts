/** The value of a Python number; complex numbers are null. */
export function readNumber(text: string): { readonly value: number; readonly isFloat: boolean } | null {
  const digits = text.replaceAll("_", "").toLowerCase();
  if (/^0[xbo]/.test(digits)) return { value: Number(digits), isFloat: false };
  if (digits.endsWith("j")) return null;
  return { value: Number(digits), isFloat: /[.e]/.test(digits) };
}

/** The text of a Python string literal, which may have a prefix and three quotes; escapes that are not common stay as they are. */
export function readString(literal: string): string {
  const [prefix = ""] = /^[a-z]*/i.exec(literal) ?? [];
  const quoted = literal.slice(prefix.length);
  const quotes = /^("""|''')/.test(quoted) ? 3 : 1;
  const text = quoted.slice(quotes, -quotes);
  if (/r/i.test(prefix)) return text;
  return text.replaceAll(/\\(\n|.)/g, (whole, escaped: string) => ESCAPES[escaped] ?? whole);
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
};
