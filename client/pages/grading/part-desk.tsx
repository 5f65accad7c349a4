import { A, useBeforeLeave, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, on, Show } from "solid-js";
import type { Gradebook } from "../../../shared/api/grading/gradebook.ts";
import { Button } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { gradesCalls } from "../../state/calls/grades.ts";
import { listSections } from "../grades/choose-rows.ts";
import { buildRows, callStudent, waitsInPart } from "../grades/rows.ts";
import { SectionField } from "../grades/section-field.tsx";
import { askToLeave } from "./ask-to-leave.ts";
import { createDeskKeys } from "./create-desk-keys.ts";
import { createGradings } from "./create-gradings.ts";
import { createPartWork } from "./create-part-work.ts";
import { COMMENT_CLASS, GradeForm } from "./grade-form.tsx";
import { buildPut, isLeft, isToSave, openGrading, takeProposal, tickItem } from "./grading.ts";
import type { DeskAction } from "./keys.ts";
import { KeysHelp } from "./keys-help.tsx";
import { MissingWork } from "./missing-work.tsx";
import { buildQueue, nextToGrade, QUEUES, stepFrom, windowAround } from "./queue.ts";
import { QueueField } from "./queue-field.tsx";
import { makeReadWeights } from "./read-weights.ts";
import { StudentLine } from "./student-line.tsx";
import { StudentOfDesk } from "./student-of-desk.tsx";
import { UnsavedList } from "./unsaved-list.tsx";

/** How many students' work is here before it is asked for. */
const AHEAD = 5;

/** One part of one student after another. `book` is the gradebook as it was when the desk was opened. */
export function PartDesk(props: { course: string; part: string; book: Gradebook }) {
  const [search, setSearch] = useSearchParams<{ student?: string; who?: string; section?: string }>();
  const rows = createMemo(() => buildRows(props.book));
  const p = () => props.book.parts.findIndex(({ id }) => id === props.part);
  const queueName = () => QUEUES.find((name) => name === search.who) ?? "waiting";
  const section = () => search.section ?? null;
  const queue = createMemo(() => buildQueue(rows(), { p: p(), name: queueName(), section: section() }));
  const at = () => {
    const asked = search.student;
    return asked !== undefined && queue().includes(asked) ? asked : (queue()[0] ?? null);
  };
  const work = createPartWork(() => ({ course: props.course, part: props.part }));
  const gradings = createGradings(
    () => props.course,
    ({ handle }, saved) => work.change(handle, (student) => ({ ...student, ...saved })),
  );
  const byHandle = createMemo(() => new Map(rows().map((row) => [row.handle, row])));
  /** What was opened here is known best; of the rest the gradebook says it. */
  const isToGrade = (handle: string) => {
    const opened = gradings.read(place(handle));
    if (opened !== null) return isLeft(opened);
    const row = byHandle().get(handle);
    return row !== undefined && (waitsInPart(row, p()) || row.states[p()] === "ungraded");
  };
  const left = () => queue().filter(isToGrade).length;
  const call = (handle: string) => callStudent(handle, byHandle().get(handle)?.who ?? null);
  const place = (handle: string) => ({ handle, part: props.part });
  const student = () => {
    const handle = at();
    return handle === null ? null : work.student(handle);
  };
  const grading = () => {
    const handle = at();
    return handle === null ? null : gradings.read(place(handle));
  };
  let heading: HTMLHeadingElement | undefined;
  let keys: HTMLDialogElement | undefined;

  createEffect(() => {
    const handle = at();
    if (handle !== null) work.want(windowAround(queue(), handle, AHEAD));
  });
  createEffect(() => {
    const [now, ofClass] = [student(), work.ofClass()];
    if (now === null || ofClass === null) return;
    const { handle, submission, proposal, grade } = now;
    const { part, version } = ofClass;
    gradings.open(
      place(handle),
      openGrading({ part, version, submission: submission?.number ?? null, proposal, grade }),
    );
  });
  createEffect(on(at, () => heading?.focus({ preventScroll: true }), { defer: true }));
  useBeforeLeave((event) => askToLeave(event, gradings.hasUnsaved()));

  const go = (handle: string | null): boolean => {
    if (handle === null) return false;
    setSearch({ student: handle }, { replace: true, scroll: false });
    scrollTo(0, 0);
    return true;
  };
  const change = (how: Parameters<typeof gradings.change>[1]) => {
    const handle = at();
    if (handle !== null) gradings.change(place(handle), how);
  };
  const saveAndGo = () => {
    const [handle, now] = [at(), grading()];
    if (handle === null || now === null || now.state.status === "conflict") return;
    const next = nextToGrade(queue(), handle, isToGrade);
    if (!isToSave(now)) {
      go(next ?? stepFrom(queue(), handle, 1));
      return;
    }
    // What cannot be sent has its complaint here.
    if (!buildPut(now).ok) return;
    void gradings.save(place(handle));
    go(next);
  };
  const act = (action: DeskAction): boolean => {
    const handle = at();
    switch (action.kind) {
      case "help":
        keys?.showModal();
        return true;
      case "tick":
        if ((grading()?.part.rubric ?? [])[action.place] === undefined) return false;
        change((now) => tickItem(now, action.place));
        return true;
      case "accept":
        change(takeProposal);
        return true;
      case "save":
        saveAndGo();
        return true;
      case "next":
      case "previous":
        return handle !== null && go(stepFrom(queue(), handle, action.kind === "next" ? 1 : -1));
      case "comment":
        document.querySelector<HTMLElement>(`.${COMMENT_CLASS}`)?.focus();
        return true;
      case "leaveField":
        heading?.focus({ preventScroll: true });
        return true;
      default:
        return action satisfies never;
    }
  };
  createDeskKeys(act);

  const askComments = async () => {
    const answer = await gradesCalls.comments(props.course);
    if (answer.ok) work.setComments(answer.value.comments);
  };
  const title = () => {
    const now = work.ofClass();
    const part = props.book.parts[p()];
    const name = now === null ? "" : `: ${now.problem.title}`;
    return part === undefined ? props.part : `Problem ${part.problem} (${part.letter})${name}`;
  };

  return (
    <div class="desk">
      <header class="desk-head stack">
        <h1>{title()}</h1>
        <div class="desk-choice">
          <QueueField
            chosen={queueName()}
            onChoose={(who) => setSearch({ who, student: undefined }, { replace: true })}
          />
          <SectionField
            sections={listSections(rows())}
            chosen={section()}
            onChoose={(name) => setSearch({ section: name, student: undefined }, { replace: true })}
          />
          <Button kind="quiet" onClick={() => keys?.showModal()}>
            Keys <kbd>?</kbd>
          </Button>
        </div>
        <UnsavedList
          gradings={gradings}
          isHere={({ handle }) => handle === at()}
          call={({ handle }) => call(handle)}
          onGo={({ handle }) => {
            setSearch({ student: handle, who: "everyone", section: undefined }, { replace: true });
          }}
        />
      </header>
      <Show
        when={at()}
        fallback={
          <EmptyState
            title="Nobody is left here"
            action={
              <>
                <A class="button" data-kind="primary" href={`/c/${props.course}/grades`}>
                  Back to all grades
                </A>
                <Button onClick={() => setSearch({ who: "everyone" }, { replace: true })}>
                  See everyone
                </Button>
              </>
            }
          >
            Of this part, nobody is in what is chosen above.
          </EmptyState>
        }
      >
        {(handle) => (
          <>
            <StudentLine
              course={props.course}
              handle={handle()}
              call={call(handle())}
              queue={queue()}
              left={left()}
              headingRef={(element) => {
                heading = element;
              }}
              onGo={go}
            />
            <Show
              when={student()?.handle}
              keyed
              fallback={
                <MissingWork
                  failed={work.failed()}
                  isGone={work.isGone(handle())}
                  onAgain={() => work.again(windowAround(queue(), handle(), AHEAD))}
                />
              }
            >
              {(_handle) => (
                <StudentOfDesk
                  readWeights={makeReadWeights({ course: props.course, handle: handle() })}
                  part={props.part}
                  standing={student()}
                  work={student()?.work ?? null}
                  prompt={work.ofClass()?.part.prompt ?? ""}
                  version={work.ofClass()?.version ?? 0}
                >
                  <Show when={grading()}>
                    {(now) => (
                      <GradeForm
                        course={props.course}
                        part={props.part}
                        grading={now()}
                        comments={work.ofClass()?.comments ?? []}
                        goesOn="Save and go on"
                        onChange={change}
                        onSave={saveAndGo}
                        onWithdraw={() => gradings.withdraw(place(handle()))}
                        onKeepTheirs={() => gradings.keepTheirs(place(handle()))}
                        onKeepMine={() => gradings.keepMine(place(handle()))}
                        onCommentsChange={askComments}
                      />
                    )}
                  </Show>
                </StudentOfDesk>
              )}
            </Show>
          </>
        )}
      </Show>
      <KeysHelp
        moves="the next student, and the one before"
        ref={(dialog) => {
          keys = dialog;
        }}
      />
    </div>
  );
}
