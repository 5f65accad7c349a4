import { createEffect, createMemo, For, type JSX, on, Show } from "solid-js";
import type { ClassPart } from "../../../shared/api/class.ts";
import type { Receipt } from "../../../shared/api/homework.ts";
import type { Here } from "../../../shared/api/live.ts";
import type { RunSummary } from "../../../shared/api/runs.ts";
import { nameVerification } from "../../outbox/words.ts";
import { Button } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { formatLoss, plural } from "../../parts/numbers.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Table } from "../../parts/table.tsx";
import { When } from "../../parts/when.tsx";
import type { Answered } from "../../state/api-answer.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { classCalls } from "../../state/calls/class.ts";
import { type Stuck, sayTrouble } from "./stuck.ts";
import { callStudent, type Student } from "./students.ts";

const MOST_RUNS = 30;

/** One student: where, how far, what was trained and what was handed in. A native dialog, which Escape closes. */
export function StudentDialog(props: {
  course: string;
  student: Student;
  parts: readonly ClassPart[];
  here: Here | undefined;
  stuck: Stuck | undefined;
  onClose: () => void;
}) {
  let dialog: HTMLDialogElement | undefined;
  const id = createMemo(() => props.student.id);
  const [runs, askRuns] = createAnswer(id, (member) => classCalls.runsOf(props.course, member));
  const [receipts, askReceipts] = createAnswer(id, (member) => classCalls.receiptsOf(props.course, member));
  createEffect(() => dialog?.showModal());
  // What comes in while it is open is shown in it.
  createEffect(on([() => props.student.runs, id], askRuns, { defer: true }));
  createEffect(on([() => props.student.submissions, id], askReceipts, { defer: true }));

  return (
    <dialog
      class="student-dialog"
      aria-labelledby="student-name"
      ref={dialog}
      onClose={() => props.onClose()}
    >
      <div class="stack">
        <div class="teach-panel-head">
          <h2 id="student-name">{callStudent(props.student)}</h2>
          <Button onClick={() => dialog?.close()}>Close</Button>
        </div>
        <p class="muted">{describe(props.student, props.here)}</p>
        <Show when={props.stuck}>
          {(stuck) => (
            <StatusLine tone="failed">Needs help: {stuck().troubles.map(sayTrouble).join("; ")}.</StatusLine>
          )}
        </Show>
        <h3>Parts</h3>
        <ul class="student-parts">
          <For each={props.parts}>
            {(part, i) => (
              <li data-here={props.here?.part === part.id ? "" : undefined}>
                <b>{part.id}</b> <StateMark state={props.student.states[i()] ?? "empty"} />
              </li>
            )}
          </For>
        </ul>
        <h3>Handed in</h3>
        <Answer answer={receipts()} again={askReceipts}>
          {({ submissions }) => <Receipts course={props.course} receipts={submissions} />}
        </Answer>
        <h3>Runs</h3>
        <Answer answer={runs()} again={askRuns}>
          {(list) => <Runs runs={list.runs} all={props.student.runs} />}
        </Answer>
      </div>
    </dialog>
  );
}

function describe({ name, pseudonym, section }: Student, here: Here | undefined): string {
  return [
    ...(name === "" ? [] : [pseudonym]),
    ...(section === "" ? [] : [`section ${section}`]),
    here === undefined ? "not here now" : here.part === null ? "here now" : `here now, at part ${here.part}`,
  ].join(" · ");
}

function Answer<T>(props: { answer: Answered<T>; again: () => void; children: (value: T) => JSX.Element }) {
  const value = () => (props.answer.status === "answered" ? { value: props.answer.value } : null);
  const failure = () => (props.answer.status === "failed" ? props.answer.failure : null);
  return (
    <Show
      when={failure()}
      fallback={
        <Show when={value()} fallback={<StatusLine tone="muted">Loading.</StatusLine>}>
          {(found) => props.children(found().value)}
        </Show>
      }
    >
      {(why) => (
        <FailedAnswer failure={why()} onAgain={props.again} refused="This is for the course’s staff" />
      )}
    </Show>
  );
}

function Receipts(props: { course: string; receipts: readonly Receipt[] }) {
  return (
    <Show when={props.receipts[0]} fallback={<p class="muted">Nothing yet.</p>}>
      {(last) => (
        <p>
          <a href={`/c/${props.course}/submissions/${last().id}`}>
            {props.receipts.length === 1
              ? "The submission"
              : `The last of ${props.receipts.length} submissions`}
          </a>
          , <When at={last().receivedAt} />
          {last().late ? `, ${plural(last().days, "day")} late` : ""}
        </p>
      )}
    </Show>
  );
}

function Runs(props: { runs: readonly RunSummary[]; all: number }) {
  return (
    <Show when={props.runs.length > 0} fallback={<p class="muted">None yet.</p>}>
      <Show when={props.all > MOST_RUNS}>
        <p class="muted">
          The newest {MOST_RUNS} of {props.all}.
        </p>
      </Show>
      <Table caption="Runs of this student" captionHidden>
        <thead>
          <tr>
            <th scope="col">run</th>
            <th scope="col" data-number>
              test error
            </th>
            <th scope="col">verified</th>
            <th scope="col">when</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.runs.slice(0, MOST_RUNS)}>
            {(run) => (
              <tr>
                <th scope="row">
                  <a href={`/r/${run.runLink}`}>{nameOf(run)}</a>
                </th>
                <td data-number>{formatLoss(run.metrics.testMse)}</td>
                <td>{nameVerification(run.verification)}</td>
                <td>
                  <When at={run.receivedAt} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </Table>
    </Show>
  );
}

function nameOf({ problem, width }: RunSummary): string {
  const what = problem === null ? "own experiment" : problem.replace("-", " ");
  return width === null ? what : `${what}, width ${width}`;
}
