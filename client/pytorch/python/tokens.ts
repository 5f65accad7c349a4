/** The pieces of Python source that its layout depends on; names, numbers and operators in between are `text`. */
export type Token = {
  readonly kind:
    | "newline"
    | "comment"
    | "string"
    | "openString"
    | "open"
    | "close"
    | "text"
    | "stray"
    | "space";
  readonly from: number;
  readonly to: number;
};

/** Cuts source into tokens, every character in one. Linear in the length of the source. */
export function* scanTokens(source: string): Generator<Token> {
  let from = 0;
  while (from < source.length) {
    const { kind, to } = nextToken(source, from);
    yield { kind, from, to };
    from = to;
  }
}

function nextToken(source: string, from: number): { readonly kind: Token["kind"]; readonly to: number } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = from;
    if (pattern.test(source)) return { kind, to: pattern.lastIndex };
  }
  const kind = /[\x21-\x7e]/.test(source.charAt(from)) ? "text" : "stray";
  return { kind, to: from + 1 };
}

/** Sticky patterns, tried in order. A quote that closes nowhere is an `openString` up to the end of its line or of the source. */
const PATTERNS: readonly (readonly [Token["kind"], RegExp])[] = [
  ["newline", /\r\n|\n|\r/y],
  ["space", /(?:[ \t\f]|\\\r?\n)+/y],
  ["comment", /#[^\r\n]*/y],
  ["string", /[rbuf]{0,2}"""(?:[^"\\]|\\[\s\S]|"(?!""))*"""/iy],
  ["string", /[rbuf]{0,2}'''(?:[^'\\]|\\[\s\S]|'(?!''))*'''/iy],
  ["openString", /[rbuf]{0,2}(?:"""|''')[\s\S]*/iy],
  ["string", /[rbuf]{0,2}"(?:[^"\\\r\n]|\\(?:\r\n|[\s\S]))*"/iy],
  ["string", /[rbuf]{0,2}'(?:[^'\\\r\n]|\\(?:\r\n|[\s\S]))*'/iy],
  ["openString", /[rbuf]{0,2}["'][^\r\n]*/iy],
  ["text", /[\p{L}_][\p{L}\p{N}_]*/uy],
  ["text", /\d+/y],
  ["open", /[([{]/y],
  ["close", /[)\]}]/y],
];
