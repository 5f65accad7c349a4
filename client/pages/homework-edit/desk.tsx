import { createSignal, Match, Show, Suspense, Switch } from "solid-js";
import type { VersionSummary } from "../../../shared/api/homework.ts";
import type { Place } from "../../../shared/assignment/edit/history.ts";
import { placeOf } from "../../../shared/assignment/edit/names.ts";
import type { PlacedComplaint } from "../../../shared/explain.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { Tabs } from "../../parts/tabs.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { homeworkCalls } from "../../state/calls/homework.ts";
import { ChangesPanel } from "./changes/changes-panel.tsx";
import { OvertakenPanel } from "./changes/overtaken-panel.tsx";
import { ComplaintList } from "./complaint-list.tsx";
import { createEditor, type Editor } from "./create-editor.ts";
import { createUndoKeys } from "./create-undo-keys.ts";
import { focusField } from "./fields/place-id.ts";
import { focusSoon } from "./item-tools.tsx";
import type { Loaded } from "./load.ts";
import { Outline } from "./outline.tsx";
import { StudentPreview } from "./preview/student-preview.tsx";
import { SHEET_TITLE, Sheet } from "./sheets/sheet.tsx";
import { StartFrom } from "./start-from.tsx";
import { Toolbar } from "./toolbar.tsx";

type View = "edit" | "changes" | "student";

/** The homework of a course, to be changed. */
export function Desk(props: { course: string; loaded: Loaded }) {
  const editor = createEditor(props.course, props.loaded);
  const [listed] = createAnswer(
    () => editor.base().version,
    () => homeworkCalls.versions(props.course),
  );
  const versions = () => {
    const now = listed();
    return now.status === "answered" ? now.value.versions : props.loaded.versions;
  };
  const [view, setView] = createSignal<View>("edit");
  createUndoKeys(editor);
  const open = (place: Place) => {
    editor.open(place);
    focusSoon([SHEET_TITLE]);
  };
  const go = ({ at }: PlacedComplaint) => {
    setView("edit");
    editor.open(placeOf(at));
    queueMicrotask(() => focusField(at));
  };
  const tabs = () => [
    { id: "edit" as const, title: "Edit" },
    { id: "changes" as const, title: "What changes" },
    { id: "student" as const, title: "As students see it" },
  ];
  return (
    <>
      <Toolbar editor={editor} onReview={() => setView("changes")} />
      <StartFrom editor={editor} versions={versions()} />
      <Show when={editor.overtaken()}>
        {(theirs) => <OvertakenPanel editor={editor} theirs={theirs()} />}
      </Show>
      <ComplaintList editor={editor} onGo={go} />
      <Tabs label="The draft" tabs={tabs()} shown={view()} onShow={setView}>
        <Switch>
          <Match when={view() === "edit"}>
            <div class="notebook edit-desk">
              <Outline editor={editor} onOpen={open} />
              <Sheet editor={editor} />
            </div>
          </Match>
          <Match when={view() === "changes"}>
            <ChangesPanel editor={editor} handedIn={handedInOf(versions())} />
          </Match>
          <Match when={view() === "student"}>
            <AsStudent editor={editor} />
          </Match>
        </Switch>
      </Tabs>
    </>
  );
}

function handedInOf(versions: readonly VersionSummary[]) {
  return (version: number) => versions.find((one) => one.version === version)?.submissions ?? 0;
}

function AsStudent(props: { editor: Editor }) {
  return (
    <Show
      when={props.editor.assignment()}
      fallback={
        <StatusLine>
          Students can be shown the homework once nothing is left to put right; the list above leads there.
        </StatusLine>
      }
    >
      {(assignment) => (
        <Suspense fallback={<StatusLine>Laying out the homework.</StatusLine>}>
          <StudentPreview course={props.editor.course} assignment={assignment()} />
        </Suspense>
      )}
    </Show>
  );
}
