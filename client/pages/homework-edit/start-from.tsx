import { createSignal, For, Show } from "solid-js";
import { can } from "../../../shared/access/can.ts";
import type { VersionSummary } from "../../../shared/api/homework.ts";
import { type DraftAssignment, parseDraft } from "../../../shared/assignment/edit/draft.ts";
import { BUILT_IN_HOMEWORK } from "../../../shared/assignment/homework/index.ts";
import { formatComplaint } from "../../../shared/explain.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Help } from "../../parts/help.tsx";
import { Problem } from "../../parts/problem.tsx";
import { createAct } from "../../state/act.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { createCourse } from "../../state/course.ts";
import { asDraft, type Editor } from "./create-editor.ts";
import { loadNewest } from "./load.ts";

type Source = { readonly name: string } & (
  | { readonly kind: "version"; readonly version: number }
  | { readonly kind: "builtIn" }
  | { readonly kind: "course"; readonly course: string }
);

/** Another homework in the place of the draft: a version, the built-in one, that of another course, or a file. */
export function StartFrom(props: { editor: Editor; versions: readonly VersionSummary[] }) {
  const { editor } = props;
  const { act, isActing, failed } = createAct();
  const [chosen, setChosen] = createSignal(0);
  const [complaint, setComplaint] = createSignal<string | null>(null);
  const sources = (): readonly Source[] => [
    ...props.versions.map(({ version, summary }, i) => ({
      kind: "version" as const,
      version,
      name: `version ${version}${i === 0 ? ", the present one" : ""}${summary === "" ? "" : `: ${summary}`}`,
    })),
    { kind: "builtIn", name: "the built-in homework" },
    ...createCourse()
      .list()
      .filter(
        ({ membership: { course, member } }) => course !== editor.course && can(member.role, "seeEveryone"),
      )
      .map(({ membership: { course, title } }) => ({
        kind: "course" as const,
        course,
        name: `the homework of ${title} (${course})`,
      })),
  ];
  const replace = (draft: DraftAssignment, name: string) =>
    editor.replace(draft, `The draft is now ${name}. Undo brings yours back.`);
  const start = async () => {
    const source = sources()[chosen()];
    setComplaint(null);
    if (source === undefined) return;
    if (source.kind === "builtIn") return replace(asDraft({ assignment: BUILT_IN_HOMEWORK }), source.name);
    const found = await act(() =>
      source.kind === "version"
        ? homeworkCalls.version(editor.course, source.version)
        : loadNewest(source.course),
    );
    if (found !== null) replace(asDraft(found.value), source.name);
  };
  const open = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file === undefined) return;
    const read = readHomework(await file.text());
    input.value = "";
    setComplaint(read.ok ? null : `${file.name} is no homework: ${read.error}`);
    if (read.ok) replace(read.value, file.name);
  };
  return (
    <Help summary="Start from another version, course or file">
      <div class="edit-start">
        <Field label="Put in the place of the draft">
          {(control) => (
            <select {...control()} onChange={(event) => setChosen(event.currentTarget.selectedIndex)}>
              <For each={sources()}>{(source) => <option>{source.name}</option>}</For>
            </select>
          )}
        </Field>
        <Button disabled={isActing()} onClick={start}>
          Start from it
        </Button>
        <Field label="or a JSON file" help="As saved here, or as the API gives it.">
          {(control) => (
            <input
              {...control()}
              type="file"
              accept=".json,application/json"
              onChange={(event) => open(event.currentTarget)}
            />
          )}
        </Field>
      </div>
      <Problem words={complaint() ?? failed()} />
      <Show when={editor.isChanged()}>
        <p class="field-help">What you have changed so far is replaced; Undo brings it back.</p>
      </Show>
    </Help>
  );
}

type Read =
  | { readonly ok: true; readonly value: DraftAssignment }
  | { readonly ok: false; readonly error: string };

/** A homework of a file's text: it alone, or inside the API's message. It may have things to put right. */
function readHomework(text: string): Read {
  try {
    const value: unknown = JSON.parse(text);
    const isMessage = typeof value === "object" && value !== null && "assignment" in value;
    const draft = parseDraft(isMessage ? value.assignment : value);
    return draft.ok ? draft : { ok: false, error: formatComplaint(draft.error) };
  } catch (error) {
    return { ok: false, error: `it is not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
}
