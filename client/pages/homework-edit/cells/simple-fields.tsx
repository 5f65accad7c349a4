import { Show } from "solid-js";
import { Cell } from "../../../../shared/assignment/assignment.ts";
import { DigitsCell } from "../../homework/cells/digits-cell.tsx";
import type { Bound } from "../fields/bound-field.tsx";
import { NumberField } from "../fields/number-field.tsx";
import { fieldId } from "../fields/place-id.ts";
import { TextField } from "../fields/text-field.tsx";

/** Images that are shown, and which ones: they stand below as the student sees them. */
export function DigitsFields(props: Bound) {
  const cell = () => {
    const parsed = Cell.safeParse(props.editor.valueAt(props.at));
    return parsed.success && parsed.data.kind === "digits" ? parsed.data : null;
  };
  return (
    <>
      <div class="edit-pair">
        <NumberField {...props} at={[...props.at, "count"]} label="How many images" />
        <NumberField
          {...props}
          at={[...props.at, "seed"]}
          label="Seed"
          help="Which ones: the first of NumPy’s permutation for this seed."
        />
      </div>
      <Show when={cell()}>{(shown) => <DigitsCell cell={shown()} />}</Show>
    </>
  );
}

export function NumberFields(props: Bound) {
  const expected = () => [...props.at, "expected"];
  const isKnown = () => props.editor.valueAt(expected()) !== undefined;
  return (
    <>
      <TextField {...props} at={[...props.at, "label"]} label="What the number is" />
      <div id={fieldId(expected())}>
        <label class="choice edit-choice">
          <input
            type="checkbox"
            checked={isKnown()}
            onChange={(event) =>
              props.editor.set(
                expected(),
                event.currentTarget.checked ? { value: 0, tolerance: 0 } : undefined,
              )
            }
          />
          One answer is right: the lab then proposes points to graders. Students never see it.
        </label>
      </div>
      <Show when={isKnown()}>
        <div class="edit-pair">
          <NumberField {...props} at={[...expected(), "value"]} label="Right answer" inputMode="text" />
          <NumberField
            {...props}
            at={[...expected(), "tolerance"]}
            label="Give or take"
            inputMode="decimal"
            help="0: exactly this."
          />
        </div>
      </Show>
    </>
  );
}

export function TextFields(props: Bound) {
  return (
    <div class="edit-pair edit-pair-wide">
      <TextField {...props} at={[...props.at, "label"]} label="What the text is about" />
      <NumberField
        {...props}
        at={[...props.at, "minWords"]}
        label="Words at least"
        help="Fewer are called a draft; they can be handed in."
      />
    </div>
  );
}
