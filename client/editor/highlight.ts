import { syntaxTree } from "@codemirror/language";
import { type Extension, RangeSetBuilder } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import type { SyntaxNodeRef } from "@lezer/common";

/** What stands in Python source, as the stylesheet colours it: `.py-keyword` and so on. */
type Kind = "keyword" | "constant" | "string" | "number" | "comment" | "name";

const MARKS: Record<Kind, Decoration> = {
  keyword: Decoration.mark({ class: "py-keyword" }),
  constant: Decoration.mark({ class: "py-constant" }),
  string: Decoration.mark({ class: "py-string" }),
  number: Decoration.mark({ class: "py-number" }),
  comment: Decoration.mark({ class: "py-comment" }),
  name: Decoration.mark({ class: "py-name" }),
};

/** Colours what is in view. The classes are the lab's own, so that both themes are one stylesheet. */
export function highlightPython(): Extension {
  return ViewPlugin.fromClass(
    class {
      marks: DecorationSet;
      constructor(view: EditorView) {
        this.marks = buildMarks(view);
      }
      update({ view, docChanged, viewportChanged, startState, state }: ViewUpdate): void {
        if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) {
          this.marks = buildMarks(view);
        }
      }
    },
    { decorations: ({ marks }) => marks },
  );
}

function buildMarks(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter(node) {
        const kind = kindOf(node);
        if (kind !== null && node.from < node.to) builder.add(node.from, node.to, MARKS[kind]);
        // A string is one piece, also around what an f-string puts in.
        return kind !== "string";
      },
    });
  }
  return builder.finish();
}

function kindOf({ name, node }: SyntaxNodeRef): Kind | null {
  switch (name) {
    case "String":
    case "FormatString":
      return "string";
    case "Number":
      return "number";
    case "Comment":
      return "comment";
    case "Boolean":
    case "None":
      return "constant";
    case "VariableName":
      return node.parent?.name === "ClassDefinition" || node.parent?.name === "FunctionDefinition"
        ? "name"
        : null;
    default:
      // The grammar calls a keyword by its own word.
      return /^[a-z]+$/.test(name) ? "keyword" : null;
  }
}
