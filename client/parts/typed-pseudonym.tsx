import { createSignal, type JSX, onMount } from "solid-js";
import { Button } from "./button.tsx";
import { Field } from "./field.tsx";
import { Problem } from "./problem.tsx";

/** Asks for a pseudonym, typed out, before something that cannot be undone. */
export function TypedPseudonym(props: {
  pseudonym: string;
  action: string;
  cancel: string;
  isActing: boolean;
  failed: string | null;
  onTyped: (typed: string) => void;
  onCancel: () => void;
  children?: JSX.Element;
}) {
  const [typed, setTyped] = createSignal("");
  const [complaint, setComplaint] = createSignal<string | null>(null);
  let input: HTMLInputElement | undefined;
  onMount(() => input?.focus());
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const isRight = typed().trim() === props.pseudonym;
    setComplaint(isRight ? null : `Expected ${props.pseudonym}; nothing was erased.`);
    if (isRight && !props.isActing) props.onTyped(typed().trim());
  };
  return (
    <form class="typed-pseudonym stack" onSubmit={submit} noValidate>
      <Field
        label={
          <span>
            Type <b>{props.pseudonym}</b> to confirm
          </span>
        }
        complaint={complaint()}
      >
        {(control) => (
          <input
            {...control()}
            ref={input}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            value={typed()}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      {props.children}
      <div class="row">
        <Button kind="primary" type="submit" disabled={props.isActing}>
          {props.isActing ? "Erasing" : props.action}
        </Button>
        <Button kind="quiet" disabled={props.isActing} onClick={() => props.onCancel()}>
          {props.cancel}
        </Button>
      </div>
      <Problem words={props.failed} />
    </form>
  );
}
