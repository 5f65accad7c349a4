import type { JSX } from "solid-js";
import type { Cell } from "../../../shared/assignment/assignment.ts";
import { Field } from "../../parts/field.tsx";
import type { Notebook } from "../../state/notebook.ts";

/** A cell by its kind. */
export function CellView(props: { notebook: Notebook; cell: Cell }): JSX.Element {
  const { notebook, cell } = props;
  switch (cell.kind) {
    case "number":
      return (
        <Field label={cell.label}>
          {(control) => (
            <input
              {...control()}
              inputmode="numeric"
              value={notebook.answer("number", cell).text}
              onInput={(event) =>
                notebook.write(cell.id, { kind: "number", text: event.currentTarget.value })
              }
            />
          )}
        </Field>
      );
    case "text":
      return (
        <Field label={cell.label}>
          {(control) => (
            <textarea
              {...control()}
              rows={6}
              value={notebook.answer("text", cell).markdown}
              onInput={(event) =>
                notebook.write(cell.id, { kind: "text", markdown: event.currentTarget.value })
              }
            />
          )}
        </Field>
      );
    case "code":
      return (
        <Field label={cell.label}>
          {(control) => (
            <textarea
              {...control()}
              rows={12}
              spellcheck={false}
              value={notebook.answer("code", cell).source}
              onInput={(event) =>
                notebook.write(cell.id, { kind: "code", source: event.currentTarget.value })
              }
            />
          )}
        </Field>
      );
    case "digits":
      return null;
    case "run":
      return null; // RunCell of runs/run-cell.tsx
    case "plot":
      return null; // PlotCell of plots/plot-cell.tsx
    default:
      return cell satisfies never;
  }
}
