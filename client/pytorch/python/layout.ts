import type { SpanComplaint } from "../complaint.ts";
import { type Line, readLines } from "./lines.ts";

/** What a student's layout most often gets wrong: brackets and quotes, the colon before a block, and indentation. */
export function checkLayout(source: string): readonly SpanComplaint[] {
  const { lines, complaints } = readLines(source);
  return complaints.length > 0 ? complaints : [...checkColons(lines), ...checkIndents(lines, source)];
}

const BLOCKS = /^(class|def|if|elif|else|for|while|with|try|except|finally)$/;

/** A word that opens a block, unless the line uses it as a name. */
function opensBlock({ pieces: [first = "", second = "", ...rest] }: Line): boolean {
  if (first === "async") return second === "def" || second === "for" || second === "with";
  return BLOCKS.test(first) && (second !== "=" || rest[0] === "=");
}

function hasColon({ pieces }: Line): boolean {
  return pieces.some((piece, i) => piece === ":" && pieces[i + 1] !== "=");
}

function checkColons(lines: readonly Line[]): readonly SpanComplaint[] {
  return lines.flatMap((line) => {
    if (!opensBlock(line) || hasColon(line)) return [];
    const [word = ""] = line.pieces;
    return [{ from: line.to, to: line.to, message: `a : is missing at the end of this ${word} line` }];
  });
}

/**
 * Python's own rule (Lib/tokenize, Parser/tokenizer.c): a column is counted once with tabs of 8 and once with tabs of 1,
 * and both must agree on what is deeper. Stops at the first complaint, because what follows is its echo.
 */
function checkIndents(lines: readonly Line[], source: string): readonly SpanComplaint[] {
  const stack = [{ wide: 0, narrow: 0 }];
  let opener: Line | null = null;
  for (const line of lines) {
    const [wide, narrow] = [columns(line.indent, 8), columns(line.indent, 1)];
    const complain = (message: string) => [{ from: line.from - line.indent.length, to: line.from, message }];
    const mixed = "tabs and spaces are mixed in the indentation; use spaces only";
    let top = stack.at(-1) ?? { wide: 0, narrow: 0 };
    if (wide > top.wide) {
      if (narrow <= top.narrow) return complain(mixed);
      if (opener === null) return complain("this line is indented more than the one before; align it");
      stack.push({ wide, narrow });
    } else {
      if (opener !== null) return [emptyBlock(opener, line)];
      while (wide < top.wide) {
        stack.pop();
        top = stack.at(-1) ?? { wide: 0, narrow: 0 };
      }
      if (wide !== top.wide) return complain("this indentation fits no line above; align it with its block");
      if (narrow !== top.narrow) return complain(mixed);
    }
    opener = opensBlock(line) && (line.pieces.at(-1) === ":" || !hasColon(line)) ? line : null;
  }
  return opener === null ? [] : [emptyBlock(opener, { from: source.length, to: source.length })];
}

function emptyBlock(opener: Line, next: { readonly from: number; readonly to: number }): SpanComplaint {
  const [word = ""] = opener.pieces;
  const { from, to } = next;
  return { from, to, message: `the ${word} line above has no block; indent what belongs to it by 4 spaces` };
}

function columns(indent: string, tab: number): number {
  let column = 0;
  for (const character of indent) {
    if (character === "\t") column = (Math.floor(column / tab) + 1) * tab;
    else if (character === "\f") column = 0;
    else column++;
  }
  return column;
}
