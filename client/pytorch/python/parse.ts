import type { Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import { failure, type Result, success } from "../../../shared/result.ts";
import type { SpanComplaint } from "../complaint.ts";
import { MAX_NESTING, MAX_SOURCE_CHARACTERS } from "../limits.ts";
import { checkLayout } from "./layout.ts";
import { childrenOf } from "./nodes.ts";
import { readStatements } from "./statements.ts";
import type { Statement } from "./tree.ts";

/**
 * Python source into statements. What does not parse is told by its layout first (a missing colon, a bracket that is never
 * closed, indentation), because those sentences help most; then by the parser's own error nodes.
 */
export function parsePython(source: string): Result<readonly Statement[], readonly SpanComplaint[]> {
  if (source.length > MAX_SOURCE_CHARACTERS) {
    const message = `the code holds ${source.length} characters; the lab reads up to ${MAX_SOURCE_CHARACTERS}: give it the cell with the class`;
    return failure([{ from: 0, to: 0, message }]);
  }
  const code = blankMagics(source);
  const layout = checkLayout(code);
  if (layout.length > 0) return failure(layout);
  const tree = parser.parse(code);
  const wrong = checkTree(tree, code);
  if (wrong.length > 0) return failure(wrong);
  return success(readStatements(childrenOf(tree.topNode), code));
}

/** Some editors put a byte order mark before the first character, which is no part of the code. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

/** Lines that only a notebook knows (`%matplotlib inline`, `!pip install torch`) become spaces; every place stays where it is. */
function blankMagics(source: string): string {
  return source.replaceAll(/^[ \t]*[%!][^\r\n]*/gm, (line) => " ".repeat(line.length));
}

function checkTree(tree: Tree, source: string): readonly SpanComplaint[] {
  const complaints: SpanComplaint[] = [];
  let depth = 0;
  tree.iterate({
    enter({ type, from, to }) {
      depth++;
      if (depth === MAX_NESTING)
        complaints.push({ from, to, message: "this is nested too deeply to be read; make it simpler" });
      if (type.isError) complaints.push({ from, to, message: unexpected(source, from) });
      else if (type.name === "PrintStatement")
        complaints.push({ from, to, message: "print needs brackets in Python 3: print(...)" });
      return depth < MAX_NESTING;
    },
    leave() {
      depth--;
    },
  });
  // What follows an error on its line is mostly its echo.
  const [first] = complaints.toSorted((a, b) => a.from - b.from);
  return first === undefined ? [] : [first];
}

function unexpected(source: string, at: number): string {
  const [next = ""] = /^(?:\w+|\S|$)/.exec(source.slice(at, at + 80).trimStart()) ?? [];
  const rest = /^[ \t]*(\r?\n|$|#)/.test(source.slice(at, at + 200));
  return next === "" || rest
    ? "this line is not whole; something is missing at its end"
    : `this is not Python: something is missing or too much before ${JSON.stringify(next)}`;
}
