import { createSignal, Show } from "solid-js";
import type { GradebookSettings } from "../../../shared/api/grading/gradebook.ts";
import { MAX_COLUMN_HEADER_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";

/** How the course grades: with names or without, and which column of Canvas the file fills. */
export function SettingsSection(props: {
  course: string;
  /** The homework's. */
  title: string;
  settings: GradebookSettings;
  mayChange: boolean;
  again: () => Promise<void>;
}) {
  return (
    <section class="stack" aria-labelledby="settings">
      <h2 id="settings">How it is graded</h2>
      <Show when={props.mayChange} fallback={<p>{sayNames(props.settings.anonymous)}</p>}>
        <Form {...props} />
      </Show>
    </section>
  );
}

function sayNames(anonymous: boolean): string {
  return anonymous
    ? "Names are hidden from who grades, until the grades are released."
    : "Who grades sees whose work it is.";
}

function Form(props: {
  course: string;
  title: string;
  settings: GradebookSettings;
  again: () => Promise<void>;
}) {
  const { act, isActing, failed } = createAct();
  const [anonymous, setAnonymous] = createSignal(props.settings.anonymous);
  const [header, setHeader] = createSignal(props.settings.columnHeader ?? "");
  const [isSaved, setSaved] = createSignal(false);
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const wish = {
      base: props.settings.revision,
      anonymous: anonymous(),
      columnHeader: header().trim() === "" ? null : header().trim(),
    };
    if ((await act(() => gradesCalls.putSettings(props.course, wish))) === null) return;
    setSaved(true);
    await props.again();
  };
  return (
    <form class="stack grades-settings" onSubmit={save} noValidate>
      <label class="choice">
        <input
          type="checkbox"
          checked={anonymous()}
          onChange={(event) => {
            setSaved(false);
            setAnonymous(event.currentTarget.checked);
          }}
        />
        Hide names from who grades, until the grades are released
      </label>
      <Field
        label="Column of Canvas’s gradebook"
        help={`As Canvas’s own export has it, with the number in brackets: Assignment 6 (12345). Left empty, the file makes a new column “${props.title}”.`}
      >
        {(control) => (
          <input
            {...control()}
            autocomplete="off"
            maxlength={MAX_COLUMN_HEADER_CHARACTERS}
            placeholder={props.title}
            value={header()}
            onInput={(event) => {
              setSaved(false);
              setHeader(event.currentTarget.value);
            }}
          />
        )}
      </Field>
      <div class="row">
        <Button type="submit" disabled={isActing()}>
          Save
        </Button>
        <Show when={isSaved()}>
          <StatusLine tone="good" live>
            Saved.
          </StatusLine>
        </Show>
      </div>
      <Problem words={failed()} />
    </form>
  );
}
