import type { JSX } from "solid-js";
import { createLiveText } from "../../../parts/create-live-text.ts";
import { type Bound, BoundField, textAt } from "./bound-field.tsx";

/** A line of text. */
export function TextField(props: Bound & { label: JSX.Element; help?: JSX.Element; maxLength?: number }) {
  return (
    <BoundField {...props}>
      {(control) => (
        <input
          {...control()}
          autocomplete="off"
          maxlength={props.maxLength}
          ref={(input) => createLiveText(input, () => textAt(props))}
          onInput={(event) => props.editor.type(props.at, event.currentTarget.value)}
        />
      )}
    </BoundField>
  );
}
