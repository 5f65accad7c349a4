import type { SpanComplaint } from "../complaint.ts";
import { MAX_NESTING } from "../limits.ts";
import { scanTokens, type Token } from "./tokens.ts";

/** One logical line: a statement's line together with those that its open brackets take in. */
export type Line = {
  readonly from: number;
  readonly to: number;
  readonly indent: string;
  /** The words and signs outside brackets, in order; strings and brackets stand as their first character. */
  readonly pieces: readonly string[];
};

/** Cuts source into logical lines; brackets and strings that do not close are complaints. */
export function readLines(source: string): {
  readonly lines: readonly Line[];
  readonly complaints: readonly SpanComplaint[];
} {
  const lines: Line[] = [];
  const complaints: SpanComplaint[] = [];
  const open: Token[] = [];
  let line: { from: number; to: number; pieces: string[] } | null = null;
  let lineStart = 0;
  const neverClosed = ({ from, to }: Token) => {
    const bracket = source.slice(from, to);
    complaints.push({ from, to, message: `this ${bracket} is never closed; add ${CLOSES[bracket]}` });
  };
  for (const token of scanTokens(source)) {
    const { kind, from, to } = token;
    if (kind === "newline") {
      const first = open[0];
      if (first !== undefined && startsStatement(source, to)) {
        neverClosed(open.at(-1) ?? first);
        open.length = 0;
      }
      if (open.length > 0) continue;
      if (line !== null) lines.push({ ...line, indent: source.slice(lineStart, line.from) });
      line = null;
      lineStart = to;
    }
    if (kind === "newline" || kind === "space" || kind === "comment") continue;
    if (kind === "openString") {
      complaints.push({ from, to, message: "this text is never closed; add the quote at its end" });
      // It took the brackets behind it along.
      open.length = 0;
    }
    if (kind === "stray") complaints.push({ from, to, message: strayCharacter(source.slice(from, to)) });
    line ??= { from, to, pieces: [] };
    line.to = to;
    if (kind === "close") {
      const bracket = open.pop();
      const sign = source.slice(from, to);
      // Behind a bracket that was never closed, this is the echo.
      if (bracket === undefined && complaints.length > 0) continue;
      if (bracket === undefined)
        complaints.push({ from, to, message: `this ${sign} closes nothing; remove it, or open it before` });
      else if (CLOSES[source.slice(bracket.from, bracket.to)] !== sign)
        complaints.push({
          from,
          to,
          message: `this ${sign} does not fit the ${source.slice(bracket.from, bracket.to)} that is open`,
        });
    }
    if (open.length === 0) line.pieces.push(kind === "text" ? source.slice(from, to) : source.charAt(from));
    if (kind === "open") open.push(token);
    if (open.length > MAX_NESTING) {
      complaints.push({ from, to, message: "these brackets are nested too deeply to be read" });
      return { lines, complaints };
    }
  }
  const last = open.at(-1);
  if (last !== undefined) neverClosed(last);
  if (line !== null) lines.push({ ...line, indent: source.slice(lineStart, line.from) });
  return { lines, complaints };
}

const CLOSES: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Whether the line at `at` can only begin a statement, so that a bracket that is open there was forgotten. */
function startsStatement(source: string, at: number): boolean {
  STATEMENT.lastIndex = at;
  return STATEMENT.test(source);
}

const STATEMENT =
  /[ \t]*(?:(?:def|class|return|import|while|assert|raise|with)\b(?!\s*=)|self\.\w+\s*=(?!=)|@\w)/y;

function strayCharacter(character: string): string {
  if (/[“”„‟″]/.test(character)) return `${character} is a printed quote; type " instead`;
  if (/[‘’‚‛′]/.test(character)) return `${character} is a printed quote; type ' instead`;
  if (/[‐‑‒–—−]/.test(character)) return `${character} is a printed dash; type - instead`;
  if (/\s/.test(character))
    return "this is a special space, mostly from a copied page; type a plain space instead";
  return `${JSON.stringify(character)} is no sign of Python; remove it`;
}
