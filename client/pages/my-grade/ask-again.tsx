import { createSignal, onMount, Show } from "solid-js";
import { MAX_REGRADE_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";

type Asking = { course: string; part: string; onAsked: () => Promise<void> };

/** Where a student asks for a part to be looked at again, and says why. */
export function AskAgain(props: Asking) {
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Show
      when={isOpen()}
      fallback={
        <div class="row">
          <Button
            kind="quiet"
            aria-label={`Ask to look at it again: ${props.part}`}
            onClick={() => setOpen(true)}
          >
            Ask to look at it again
          </Button>
        </div>
      }
    >
      <Form {...props} onCancel={() => setOpen(false)} />
    </Show>
  );
}

function Form(props: Asking & { onCancel: () => void }) {
  const { act, isActing, failed } = createAct();
  const [text, setText] = createSignal("");
  let field: HTMLTextAreaElement | undefined;
  onMount(() => field?.focus());
  const ask = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish = { part: props.part, text: text().trim() };
    if ((await act(() => gradesCalls.askForRegrade(props.course, wish))) !== null) await props.onAsked();
  };
  return (
    <form class="stack" onSubmit={ask} noValidate>
      <Field label={`What should be looked at again in ${props.part}?`}>
        {(control) => (
          <textarea
            {...control()}
            ref={field}
            rows={3}
            maxlength={MAX_REGRADE_CHARACTERS}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="row">
        <Button type="submit" disabled={isActing() || text().trim() === ""}>
          Ask
        </Button>
        <Button onClick={props.onCancel}>Cancel</Button>
      </div>
      <Problem words={failed()} />
    </form>
  );
}
