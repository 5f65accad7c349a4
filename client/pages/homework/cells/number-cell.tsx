import { createSignal } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { readNumber } from "../../../../shared/assignment/completeness.ts";
import { createLiveText } from "../../../parts/create-live-text.ts";
import { Field } from "../../../parts/field.tsx";
import type { Work } from "../work.ts";
import { CellFrame } from "./cell-frame.tsx";

export function NumberCell(props: { work: Work; cell: CellOf<"number"> }) {
  const text = () => props.work.notebook.answer("number", props.cell).text;
  const [left, setLeft] = createSignal(false);
  const complaint = () =>
    left() && text().trim() !== "" && readNumber(text()) === null
      ? `“${text()}” is not a number; write one, such as 12.`
      : null;
  return (
    <CellFrame work={props.work} cell={props.cell.id}>
      <div class="number-cell">
        <Field label={props.cell.label} complaint={complaint()}>
          {(control) => (
            <input
              {...control()}
              ref={(input) => createLiveText(input, text)}
              inputmode="decimal"
              autocomplete="off"
              onInput={(event) => {
                setLeft(false);
                props.work.notebook.write(props.cell.id, { kind: "number", text: event.currentTarget.value });
              }}
              onBlur={() => setLeft(true)}
            />
          )}
        </Field>
      </div>
    </CellFrame>
  );
}
