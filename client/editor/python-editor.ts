import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from "@codemirror/commands";
import { pythonLanguage } from "@codemirror/lang-python";
import { bracketMatching, indentOnInput, indentUnit } from "@codemirror/language";
import { type Diagnostic, nextDiagnostic, setDiagnostics } from "@codemirror/lint";
import { type Annotation, EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, keymap, lineNumbers, placeholder } from "@codemirror/view";
import { smallestChange } from "../parts/smallest-change.ts";
import type { Complaint } from "../pytorch/complaint.ts";
import { highlightPython } from "./highlight.ts";

export type PythonEditor = ReturnType<typeof makePythonEditor>;

/**
 * An editor for Python inside `parent`. Tab indents by four spaces; Escape and then Tab leaves, as CodeMirror has it. F8 goes to the
 * next complaint. `attributes` are those of the text box, such as its label.
 */
export function makePythonEditor({
  parent,
  source,
  hint,
  attributes,
  onChange,
}: {
  parent: HTMLElement;
  source: string;
  /** Stands there while the editor is empty. */
  hint: string;
  attributes: Readonly<Record<string, string>>;
  /** The student changed it. */
  onChange: (source: string) => void;
}) {
  let isTaking = false;
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: source,
      extensions: [
        lineNumbers(),
        history(),
        drawSelection(),
        EditorView.lineWrapping,
        indentUnit.of("    "),
        EditorState.tabSize.of(4),
        indentOnInput(),
        bracketMatching(),
        pythonLanguage,
        highlightPython(),
        placeholder(hint),
        keymap.of([{ key: "F8", run: nextDiagnostic }, ...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.contentAttributes.of({
          ...{ spellcheck: "false", autocorrect: "off", autocapitalize: "off", translate: "no" },
          ...attributes,
        }),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged && !isTaking) onChange(state.doc.toString());
        }),
      ],
    }),
  });

  /** Goes from the text that is there to another one; the cursor stays where it can. */
  function change(to: string, history: Annotation<unknown>): void {
    const changes = smallestChange(view.state.doc.toString(), withLineFeeds(to));
    if (changes !== null) view.dispatch({ changes, annotations: history });
  }

  return {
    /** Takes a text that came from elsewhere; it is no step of this editor's undo, and no change of the student's. */
    take(next: string): void {
      isTaking = true;
      change(next, Transaction.addToHistory.of(false));
      isTaking = false;
    },
    /** Puts another text in its place, as the student asked; undo brings the old one back. */
    replace: (next: string): void => change(next, isolateHistory.of("full")),
    /** Underlines what complaints are about. */
    mark(complaints: readonly Complaint[]): void {
      view.dispatch(
        setDiagnostics(
          view.state,
          complaints.map((one) => toDiagnostic(view.state, one)),
        ),
      );
    },
    /** Puts the cursor at a place, both counted from 1, and the keyboard into the editor. */
    go(line: number, column: number): void {
      const anchor = offsetOf(view.state, line, column);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    destroy: (): void => view.destroy(),
  };
}

function toDiagnostic(state: EditorState, complaint: Complaint): Diagnostic {
  const from = offsetOf(state, complaint.line, complaint.column);
  const to = Math.max(from, offsetOf(state, complaint.endLine, complaint.endColumn));
  return { from, to, severity: "error", message: complaint.message };
}

/** The character at a line and column (from 1); the nearest there is where the text changed since. */
function offsetOf({ doc }: EditorState, line: number, column: number): number {
  const { from, to } = doc.line(Math.min(Math.max(1, line), doc.lines));
  return Math.min(from + Math.max(0, column - 1), to);
}

/** As the editor has it: it knows one kind of line end. */
function withLineFeeds(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}
