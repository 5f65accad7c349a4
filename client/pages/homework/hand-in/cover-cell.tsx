import { For } from "solid-js";
import { type AnswerOf, COVER } from "../../../../shared/assignment/answers.ts";
import { createLiveText } from "../../../parts/create-live-text.ts";
import { Field } from "../../../parts/field.tsx";
import { CellFrame } from "../cells/cell-frame.tsx";
import type { Work } from "../work.ts";

/** Who hands in, and the honour line. The report's title and first page are made of it. */
export function CoverCell(props: { work: Work }) {
  const cover = () => props.work.notebook.cover();
  const change = (changes: Partial<AnswerOf<"cover">>) =>
    props.work.notebook.write(COVER, { ...cover(), ...changes });
  return (
    <CellFrame work={props.work} cell={COVER}>
      <div class="cover-cell">
        <h3>Who hands in</h3>
        <p class="muted">
          Your name stands on the report and in what is handed in. The board and other students never see it.
        </p>
        <div class="cover-names">
          <For each={NAMES}>
            {([field, label, complete]) => (
              <Field label={label}>
                {(control) => (
                  <input
                    {...control()}
                    ref={(input) => createLiveText(input, () => cover()[field])}
                    autocomplete={complete}
                    maxlength="80"
                    onInput={(event) => change({ [field]: event.currentTarget.value })}
                  />
                )}
              </Field>
            )}
          </For>
        </div>
        <label class="choice honour">
          <input
            type="checkbox"
            checked={cover().honour}
            onChange={(event) => change({ honour: event.currentTarget.checked })}
          />
          <span>{props.work.assignment().honour}</span>
        </label>
      </div>
    </CellFrame>
  );
}

const NAMES = [
  ["firstName", "First name", "given-name"],
  ["lastName", "Last name", "family-name"],
] as const;
