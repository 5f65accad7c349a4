import { scanTokens } from "./tokens.ts";

/** A stretch of one line of Python. `name` is what a `class` or `def` names. */
export type Piece = {
  readonly text: string;
  readonly kind: "plain" | "keyword" | "string" | "comment" | "number" | "name";
};

const KEYWORDS = new Set(
  "and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return self True try while with yield".split(
    " ",
  ),
);

/** Python as lines of pieces, also where it does not parse. Joined by line ends they give the source, whose own ends may be Windows'. */
export function highlightPython(source: string): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]];
  let before = "";
  for (const { kind, from, to } of scanTokens(source)) {
    const text = source.slice(from, to);
    if (kind === "newline") {
      lines.push([]);
      continue;
    }
    const look = kindOf(kind, text, before);
    for (const [i, part] of text.split(/\r\n|\n|\r/).entries()) {
      if (i > 0) lines.push([]);
      append(lines, { text: part, kind: look });
    }
    if (kind !== "space") before = text;
  }
  return lines;
}

function kindOf(token: string, text: string, before: string): Piece["kind"] {
  if (token === "comment") return "comment";
  if (token === "string" || token === "openString") return "string";
  if (token !== "text") return "plain";
  if (/^\d/.test(text)) return "number";
  if (KEYWORDS.has(text)) return "keyword";
  return before === "class" || before === "def" ? "name" : "plain";
}

/** Stretches of one kind become one piece. */
function append(lines: Piece[][], piece: Piece): void {
  const line = lines.at(-1);
  const last = line?.at(-1);
  if (line === undefined || piece.text === "") return;
  if (last?.kind === piece.kind) line[line.length - 1] = { ...last, text: last.text + piece.text };
  else line.push(piece);
}
