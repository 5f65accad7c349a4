import { createUniqueId, type JSX, Show } from "solid-js";

/** What the control inside a Field must carry, so that label, help and complaint belong to it. */
export type FieldControl = {
  readonly id: string;
  readonly class: "input";
  readonly "aria-describedby": string | undefined;
  readonly "aria-invalid": "true" | undefined;
};

/** `<Field label="Epochs">{(control) => <input {...control()} />}</Field>` */
export function Field(props: {
  label: JSX.Element;
  help?: JSX.Element;
  complaint?: string | null | undefined;
  children: (control: () => FieldControl) => JSX.Element;
}) {
  const id = createUniqueId();
  const control = (): FieldControl => ({
    id,
    class: "input",
    "aria-describedby": props.complaint || props.help ? `${id}-words` : undefined,
    "aria-invalid": props.complaint ? "true" : undefined,
  });
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      {props.children(control)}
      <Show
        when={props.complaint}
        fallback={
          <Show when={props.help}>
            <p class="field-help" id={`${id}-words`}>
              {props.help}
            </p>
          </Show>
        }
      >
        <p class="field-complaint" id={`${id}-words`} role="alert">
          {props.complaint}
        </p>
      </Show>
    </div>
  );
}
