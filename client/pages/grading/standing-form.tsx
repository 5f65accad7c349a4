import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import type { Standing } from "../../../shared/api/grading/part-grade.ts";
import { MAX_REASON_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Help } from "../../parts/help.tsx";
import { Problem } from "../../parts/problem.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { sayLate } from "./words.ts";

/** Which submission is graded, and what being late costs. */
export function StandingForm(props: {
  course: string;
  standing: Standing;
  maySetPenalty: boolean;
  onPenalty: (standing: Standing) => void;
  onSubmission: () => Promise<void>;
}) {
  return (
    <div class="standing stack">
      <Show when={props.standing.submission} fallback={<p>Nothing was handed in.</p>}>
        {(submission) => (
          <p>
            Submission {submission().number} of {submission().of} is graded
            {submission().pinned ? ", chosen by hand" : ""}.{" "}
            <Show when={submission().id}>
              {(id) => <A href={`/c/${props.course}/submissions/${id()}`}>See it whole</A>}
            </Show>
          </p>
        )}
      </Show>
      <SubmissionChoice {...props} />
      <p>{sayLate(props.standing.late)}</p>
      <Show when={props.maySetPenalty}>
        <PenaltyForm {...props} />
      </Show>
    </div>
  );
}

function SubmissionChoice(props: { course: string; standing: Standing; onSubmission: () => Promise<void> }) {
  const { act, isActing, failed } = createAct();
  const of = () => props.standing.submission?.of ?? 0;
  const numbers = () => Array.from({ length: of() }, (_, i) => of() - i);
  const choose = async (value: string) => {
    const wish = { base: props.standing.revision, number: value === "" ? null : Number(value) };
    const put = await act(() => gradesCalls.putSubmission(props.course, props.standing.handle, wish));
    if (put !== null) await props.onSubmission();
  };
  return (
    <Show when={of() > 1}>
      <Field label="Grade another submission">
        {(control) => (
          <select
            {...control()}
            disabled={isActing()}
            onChange={(event) => choose(event.currentTarget.value)}
          >
            <option value="" selected={props.standing.submission?.pinned === false}>
              the newest, whatever comes
            </option>
            <For each={numbers()}>
              {(number) => (
                <option
                  value={number}
                  selected={
                    props.standing.submission?.pinned === true && props.standing.submission.number === number
                  }
                >
                  number {number}
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Problem words={failed()} />
    </Show>
  );
}

/** A penalty in the place of the late rule's own, with a reason that the student reads, too. */
function PenaltyForm(props: { course: string; standing: Standing; onPenalty: (standing: Standing) => void }) {
  const { act, isActing, failed } = createAct();
  const override = () => props.standing.late.override;
  const [percent, setPercent] = createSignal(String(override()?.percent ?? 0));
  const [reason, setReason] = createSignal(override()?.reason ?? "");
  const [complaint, setComplaint] = createSignal<"percent" | "reason" | null>(null);
  const put = async (wish: { percent: number; reason: string } | null) => {
    const answer = await act(() =>
      gradesCalls.putLatePenalty(props.course, props.standing.handle, {
        base: props.standing.revision,
        override: wish,
      }),
    );
    if (answer !== null) props.onPenalty(answer.value);
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const value = Number(percent().replace(",", "."));
    const isPercent = percent().trim() !== "" && value >= 0 && value <= 100;
    setComplaint(isPercent ? (reason().trim() === "" ? "reason" : null) : "percent");
    if (complaint() === null) void put({ percent: value, reason: reason().trim() });
  };
  return (
    <Help summary="Set another late penalty">
      <form class="penalty-form" onSubmit={submit} noValidate>
        <Field
          label="Percent taken off"
          complaint={complaint() === "percent" ? "Expected a number from 0 to 100." : null}
        >
          {(control) => (
            <input
              {...control()}
              inputmode="decimal"
              autocomplete="off"
              value={percent()}
              onInput={(event) => setPercent(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field
          label="Reason, which the student reads"
          complaint={complaint() === "reason" ? "Write why, for the student and the log." : null}
        >
          {(control) => (
            <input
              {...control()}
              autocomplete="off"
              maxlength={MAX_REASON_CHARACTERS}
              value={reason()}
              onInput={(event) => setReason(event.currentTarget.value)}
            />
          )}
        </Field>
        <div class="row">
          <Button type="submit" disabled={isActing()}>
            Set the penalty
          </Button>
          <Show when={override()}>
            <Button disabled={isActing()} onClick={() => put(null)}>
              Leave it to the late rule
            </Button>
          </Show>
        </div>
      </form>
      <Problem words={failed()} />
    </Help>
  );
}
