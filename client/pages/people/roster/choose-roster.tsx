import { createSignal } from "solid-js";
import { Button } from "../../../parts/button.tsx";
import { Field } from "../../../parts/field.tsx";
import { Help } from "../../../parts/help.tsx";
import type { RosterImport } from "./create-import.ts";

const EXAMPLE = `name,student id,email,section
Ada Lovelace,903111,ada@school.edu,A
Blaise Pascal,903112,blaise@school.edu,B`;

/** Takes a roster's file: chosen, dropped, or its lines pasted. */
export function ChooseRoster(props: { roster: RosterImport }) {
  const [isOver, setOver] = createSignal(false);
  const [complaint, setComplaint] = createSignal<string | null>(null);
  let pasted: HTMLTextAreaElement | undefined;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) void props.roster.chooseFile(file);
  };
  const choose = (input: HTMLInputElement) => {
    const file = input.files?.[0];
    // The same file, mended, can then be chosen again.
    input.value = "";
    if (file !== undefined) void props.roster.chooseFile(file);
  };
  const check = (event: SubmitEvent) => {
    event.preventDefault();
    const csv = pasted?.value ?? "";
    setComplaint(csv.trim() === "" ? "Paste the lines of the roster, the names of its columns first." : null);
    if (csv.trim() === "") pasted?.focus();
    else void props.roster.paste(csv);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way to do what the field inside does */}
      <div
        class="roster-drop"
        data-over={isOver() ? "" : undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Field
          label="CSV of your register, or Canvas’s exported gradebook"
          help="Or drop it here. It is checked first, and nothing is changed before you say so."
        >
          {(control) => (
            <input
              {...control()}
              type="file"
              accept=".csv,.tsv,.txt,text/csv,text/plain"
              onChange={(event) => choose(event.currentTarget)}
            />
          )}
        </Field>
      </div>
      <Help summary="Paste it instead">
        <form class="stack" onSubmit={check} noValidate>
          <Field label="Lines of the roster" complaint={complaint()}>
            {(control) => (
              <textarea
                {...control()}
                ref={pasted}
                rows="8"
                spellcheck={false}
                autocomplete="off"
                placeholder={EXAMPLE}
                onInput={() => setComplaint(null)}
              />
            )}
          </Field>
          <div class="row">
            <Button type="submit">Check these lines</Button>
          </div>
        </form>
      </Help>
      <Help summary="What the file has to look like">
        <p>
          A first line with the names of the columns, then a line for each student. Needed are the name (
          <b>Name</b>, <b>Student</b>, or <b>First name</b> and <b>Last name</b>) and one of <b>Student ID</b>
          , <b>Email</b> or Canvas’s <b>ID</b>, by which a student is known again. <b>Section</b> and{" "}
          <b>Login</b> are read where they are there; other columns are left alone.
        </p>
        <pre class="roster-example">{EXAMPLE}</pre>
        <p>Commas, semicolons and tabs all do. Importing the same file again changes nothing.</p>
      </Help>
    </>
  );
}
