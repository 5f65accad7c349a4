import type { TokenizerAndRendererExtension } from "marked";
import { renderMath } from "./math.ts";

/** Formulas have a longest length, so that a sign that is never closed costs no more than others. A dollar opens before a letter and closes behind one, never before a digit: `$5 and $6` are amounts of money. */
const INLINE = /^\$(?![\s$])((?:\\[^\n]|[^\\$\n])*?(?:[^\s\\$]|\\[^\n]))\$(?!\d)/;
const ROUND = /^\\\(([\s\S]{1,2000}?)\\\)/;
const DISPLAY = /^(?:\$\$([\s\S]{1,2000}?)\$\$|\\\[([\s\S]{1,2000}?)\\\])/;
const BLOCK = /^ {0,3}(?:\$\$([\s\S]{1,2000}?)\$\$|\\\[([\s\S]{1,2000}?)\\\])[ \t]*(?:\n+|$)/;

type Found = { readonly type: string; readonly raw: string; readonly tex: string };

function find(rule: RegExp, source: string, type: string): Found | undefined {
  const match = rule.exec(source);
  const tex = match?.slice(1).find((group) => group !== undefined);
  return match === null || tex === undefined || tex.trim() === "" ? undefined : { type, raw: match[0], tex };
}

function render(token: { readonly type: string; readonly tex?: string }): string {
  const math = renderMath(token.tex ?? "", token.type !== "math");
  return token.type === "mathBlock" ? `<p>${math}</p>\n` : math;
}

/** Formulas for marked: `$...$` and `\(...\)` in a line, `$$...$$` and `\[...\]` on their own. Code is never looked into. */
export const MATH: TokenizerAndRendererExtension[] = [
  {
    name: "mathBlock",
    level: "block",
    start: (source) => source.match(/^ {0,3}(?:\$\$|\\\[)/m)?.index,
    tokenizer: (source) => find(BLOCK, source, "mathBlock"),
    renderer: render,
  },
  {
    name: "mathDisplay",
    level: "inline",
    start: (source) => source.match(/\$\$|\\\[/)?.index,
    tokenizer: (source) => find(DISPLAY, source, "mathDisplay"),
    renderer: render,
  },
  {
    name: "math",
    level: "inline",
    start: (source) => source.match(/\$|\\\(/)?.index,
    tokenizer: (source) => find(INLINE, source, "math") ?? find(ROUND, source, "math"),
    renderer: render,
  },
];
