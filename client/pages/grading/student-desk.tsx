import { A, useBeforeLeave, useNavigate, useSearchParams } from "@solidjs/router";
import { createEffect, createMemo, createSignal, For, on, onMount, Show } from "solid-js";
import type { GradebookStudentView, ReusedComment } from "../../../shared/api/grading/graded-work.ts";
import type { Standing } from "../../../shared/api/grading/part-grade.ts";
import { Button } from "../../parts/button.tsx";
import { plural } from "../../parts/numbers.ts";
import { formatPoints, sayPoints } from "../../parts/points.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { createInTurn } from "../../state/in-turn.ts";
import { RequestList } from "../grades/request-list.tsx";
import { callStudent } from "../grades/rows.ts";
import { askToLeave } from "./ask-to-leave.ts";
import { createDeskKeys } from "./create-desk-keys.ts";
import { createGradings } from "./create-gradings.ts";
import { COMMENT_CLASS, GradeForm } from "./grade-form.tsx";
import { buildPut, isLeft, isToSave, openGrading, takeProposal, tickItem } from "./grading.ts";
import type { DeskAction } from "./keys.ts";
import { KeysHelp } from "./keys-help.tsx";
import { nextToGrade, stepFrom } from "./queue.ts";
import { makeReadWeights } from "./read-weights.ts";
import { StandingForm } from "./standing-form.tsx";
import { StudentOfDesk } from "./student-of-desk.tsx";
import { UnsavedList } from "./unsaved-list.tsx";

type PartView = GradebookStudentView["parts"][number];

/** All parts of one student, one below the other; the keys work on the part where the keyboard is. */
export function StudentDesk(props: {
  course: string;
  view: GradebookStudentView | null;
  /** The handles of the course, in the gradebook's order. */
  order: readonly string[];
  maySetPenalty: boolean;
  again: () => Promise<void>;
}) {
  const [search] = useSearchParams<{ part?: string }>();
  const navigate = useNavigate();
  const parts = () => props.view?.parts ?? [];
  const ids = createMemo(() => parts().map(({ id }) => id));
  const { count, all } = createInTurn(() => parts().length);
  const [current, setCurrent] = createSignal(search.part ?? ids()[0] ?? "");
  const [standing, setStanding] = createSignal<Standing | null>(props.view);
  const [comments, setComments] = createSignal<readonly ReusedComment[]>(props.view?.comments ?? []);
  const askComments = async () => {
    const answer = await gradesCalls.comments(props.course);
    if (answer.ok) setComments(answer.value.comments);
  };
  const gradings = createGradings(
    () => props.course,
    (_place, { earned, total }) => setStanding((now) => (now === null ? null : { ...now, earned, total })),
  );
  const handle = () => props.view?.handle ?? "";
  const place = (part: string) => ({ handle: handle(), part });
  const call = () => callStudent(handle(), props.view?.who ?? null);
  const points = () => parts().reduce((sum, { part }) => sum + part.points, 0);
  const left = () =>
    ids().filter((id) => {
      const opened = gradings.read(place(id));
      return opened === null || isLeft(opened);
    });
  let keys: HTMLDialogElement | undefined;

  createEffect(
    on(
      () => props.view,
      (view) => {
        if (view === null) return;
        setStanding(view);
        for (const one of view.parts) open(view, one);
      },
    ),
  );
  useBeforeLeave((event) => askToLeave(event, gradings.hasUnsaved()));
  onMount(() => {
    if (search.part === undefined) return;
    all();
    queueMicrotask(() => goTo(search.part ?? ""));
  });

  /** What was decided here and is not saved stays, unless it is another submission by now. */
  function open(view: GradebookStudentView, { id, part, proposal, grade }: PartView): void {
    const submission = view.submission?.number ?? null;
    const fresh = openGrading({ part, version: view.version, submission, proposal, grade });
    const before = gradings.read(place(id));
    if (before === null || before.submission !== submission) gradings.reopen(place(id), fresh);
  }
  const goTo = (part: string): boolean => {
    const target = document.getElementById(`part-${part}`);
    if (target === null) return false;
    setCurrent(part);
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
    return true;
  };
  const save = (part: string, goesOn: boolean) => {
    const now = gradings.read(place(part));
    if (now === null || now.state.status === "conflict" || !buildPut(now).ok) return;
    if (isToSave(now)) void gradings.save(place(part));
    const next = nextToGrade(ids(), part, (id) => left().includes(id)) ?? stepFrom(ids(), part, 1);
    if (goesOn && next !== null) goTo(next);
  };
  const act = (action: DeskAction): boolean => {
    const part = current();
    switch (action.kind) {
      case "help":
        keys?.showModal();
        return true;
      case "tick":
        if (gradings.read(place(part))?.part.rubric?.[action.place] === undefined) return false;
        gradings.change(place(part), (now) => tickItem(now, action.place));
        return true;
      case "accept":
        gradings.change(place(part), takeProposal);
        return true;
      case "save":
        save(part, true);
        return true;
      case "next":
      case "previous": {
        all();
        const to = stepFrom(ids(), part, action.kind === "next" ? 1 : -1);
        return to !== null && goTo(to);
      }
      case "comment":
        document.getElementById(`desk-${part}`)?.querySelector<HTMLElement>(`.${COMMENT_CLASS}`)?.focus();
        return true;
      case "leaveField":
        document.getElementById(`part-${part}`)?.focus({ preventScroll: true });
        return true;
      default:
        return action satisfies never;
    }
  };
  createDeskKeys(act);
  const neighbour = (step: 1 | -1) => {
    const at = props.order.indexOf(handle());
    return at === -1 ? null : (props.order[at + step] ?? null);
  };
  const goToStudent = (to: string | null) =>
    to !== null && navigate(`/c/${props.course}/grades/students/${to}`);

  return (
    <div class="desk">
      <header class="desk-head stack">
        <div class="desk-student">
          <h1>{call()}</h1>
          <div class="row">
            <Button kind="quiet" disabled={neighbour(-1) === null} onClick={() => goToStudent(neighbour(-1))}>
              Previous student
            </Button>
            <Button kind="quiet" disabled={neighbour(1) === null} onClick={() => goToStudent(neighbour(1))}>
              Next student
            </Button>
            <Button kind="quiet" onClick={() => keys?.showModal()}>
              Keys <kbd>?</kbd>
            </Button>
            <A href={`/c/${props.course}/grades?show=students`}>All students</A>
          </div>
        </div>
        <Show when={standing()}>
          {(now) => (
            <>
              <p class="desk-total">
                <b>{sayTotal(now(), points())}</b>{" "}
                <span class="muted">
                  {left().length === 0
                    ? "Every part is graded."
                    : `${plural(left().length, "part")} left to grade.`}
                </span>
              </p>
              <StandingForm
                course={props.course}
                standing={now()}
                maySetPenalty={props.maySetPenalty}
                onPenalty={setStanding}
                onSubmission={props.again}
              />
            </>
          )}
        </Show>
        <Show when={props.view?.requests.length}>
          <section class="stack" aria-labelledby="their-requests">
            <h2 id="their-requests">Asked to be looked at again</h2>
            <RequestList
              course={props.course}
              requests={props.view?.requests ?? []}
              isAtDesk
              onAnswered={props.again}
            />
          </section>
        </Show>
        <UnsavedList
          gradings={gradings}
          isHere={({ part }) => part === current()}
          call={({ part }) => part}
          onGo={({ part }) => goTo(part)}
        />
      </header>
      <For each={ids().slice(0, count())}>
        {(id) => {
          const one = () => parts().find((part) => part.id === id) ?? null;
          return (
            <section
              class="desk-part stack"
              id={`desk-${id}`}
              aria-labelledby={`part-${id}`}
              data-current={current() === id ? "" : undefined}
              onFocusIn={() => setCurrent(id)}
            >
              <h2 id={`part-${id}`} tabindex="-1">
                {id}{" "}
                <span class="muted">
                  {one()?.problem.title}, {formatPoints(one()?.part.points ?? 0)} points
                </span>
              </h2>
              <StudentOfDesk
                readWeights={makeReadWeights({ course: props.course, handle: handle() })}
                part={id}
                standing={standing()}
                work={one()?.work ?? null}
                prompt={one()?.part.prompt ?? ""}
                version={props.view?.version ?? 0}
                isBrief
              >
                <Show when={gradings.read(place(id))}>
                  {(now) => (
                    <GradeForm
                      course={props.course}
                      part={id}
                      grading={now()}
                      comments={comments()}
                      goesOn="Save"
                      onChange={(how) => gradings.change(place(id), how)}
                      onSave={() => save(id, false)}
                      onWithdraw={() => gradings.withdraw(place(id))}
                      onKeepTheirs={() => gradings.keepTheirs(place(id))}
                      onKeepMine={() => gradings.keepMine(place(id))}
                      onCommentsChange={askComments}
                    />
                  )}
                </Show>
              </StudentOfDesk>
            </section>
          );
        }}
      </For>
      <KeysHelp
        moves="the next part, and the one before"
        ref={(dialog) => {
          keys = dialog;
        }}
      />
    </div>
  );
}

function sayTotal({ earned, total }: Standing, points: number): string {
  if (earned === null || total === null) return "Nothing is graded yet.";
  const before = earned === total ? "" : ` (${formatPoints(earned)} before the late penalty)`;
  return `${sayPoints(total, points)}${before}.`;
}
