import { createUniqueId, For, Show } from "solid-js";
import type { ReusedComment } from "../../../shared/api/grading/graded-work.ts";
import { MAX_GRADE_COMMENT_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { formatPoints, sayPoints, signPoints } from "../../parts/points.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { ConflictChoice } from "./conflict-choice.tsx";
import {
  buildPut,
  changeForm,
  type FormField,
  type Grading,
  isChanged,
  scoreOfForm,
  takeProposal,
  tickItem,
} from "./grading.ts";
import { digitOf } from "./keys.ts";
import { ReusedComments } from "./reused-comments.tsx";
import { sayFinding } from "./words.ts";

/** The class of the field that the key C goes to. */
export const COMMENT_CLASS = "grade-comment";

/** Where a grader decides a part: the rubric, points on top, a comment, and what the lab proposes. */
export function GradeForm(props: {
  course: string;
  part: string;
  grading: Grading;
  comments: readonly ReusedComment[];
  /** What the button of saving says after the points. */
  goesOn: string;
  onChange: (how: (grading: Grading) => Grading) => void;
  onSave: () => void;
  onWithdraw: () => void;
  onKeepTheirs: () => void;
  onKeepMine: () => void;
  onCommentsChange: () => void;
}) {
  const rubric = () => props.grading.part.rubric ?? [];
  const score = () => scoreOfForm(props.grading);
  const complaint = (field: FormField) => {
    const built = buildPut(props.grading);
    return !built.ok && built.error.field === field ? built.error.message : null;
  };
  const conflict = () => {
    const { state } = props.grading;
    return state.status === "conflict" ? state : null;
  };
  const isSaving = () => props.grading.state.status === "saving";
  const points = () => sayPoints(score() ?? 0, props.grading.part.points);
  return (
    <form
      class="grade-form stack"
      onSubmit={(event) => {
        event.preventDefault();
        props.onSave();
      }}
      noValidate
    >
      <Show when={conflict()}>
        {(now) => (
          <ConflictChoice
            theirs={now().theirs}
            mine={points()}
            message={now().message}
            onKeepTheirs={props.onKeepTheirs}
            onKeepMine={props.onKeepMine}
          />
        )}
      </Show>
      <Show when={props.grading.proposal}>
        {(proposal) => (
          <div class="grade-proposal">
            <p>
              The lab proposes <b>{sayPoints(proposal().score, props.grading.part.points)}</b>
            </p>
            <ul>
              <For each={proposal().because}>
                {(finding) => <li>{sayFinding(finding, props.grading.part.cells)}</li>}
              </For>
            </ul>
            <Button onClick={() => props.onChange(takeProposal)}>
              Accept <kbd>A</kbd>
            </Button>
          </div>
        )}
      </Show>
      <Show when={rubric().length > 0}>
        <fieldset class="grade-rubric">
          <legend class="field-label">Rubric</legend>
          <For each={rubric()}>
            {(item, place) => (
              <label class="grade-item">
                <input
                  type="checkbox"
                  checked={props.grading.form.ticked.includes(item.id)}
                  onChange={() => props.onChange((now) => tickItem(now, place()))}
                />
                <span class="grade-item-label">{item.label}</span>
                <span class="number">{signPoints(item.points)}</span>
                <kbd>{digitOf(place()) ?? ""}</kbd>
              </label>
            )}
          </For>
        </fieldset>
      </Show>
      <Field
        label={
          rubric().length > 0
            ? "Points on top, or off"
            : `Points, of ${formatPoints(props.grading.part.points)}`
        }
        complaint={complaint("adjustment")}
      >
        {(control) => (
          <input
            {...control()}
            class="input grade-adjustment"
            inputmode="decimal"
            autocomplete="off"
            placeholder="0"
            value={props.grading.form.adjustment}
            onInput={(event) => {
              const adjustment = event.currentTarget.value;
              props.onChange((now) => changeForm(now, { adjustment }));
            }}
          />
        )}
      </Field>
      <Field
        label={
          <>
            Comment for the student <kbd>C</kbd>
          </>
        }
        complaint={complaint("comment")}
      >
        {(control) => (
          <textarea
            {...control()}
            class={`input ${COMMENT_CLASS}`}
            rows={4}
            maxlength={MAX_GRADE_COMMENT_CHARACTERS}
            value={props.grading.form.comment}
            onInput={(event) => {
              const comment = event.currentTarget.value;
              props.onChange((now) => changeForm(now, { comment }));
            }}
          />
        )}
      </Field>
      <ReusedComments
        course={props.course}
        part={props.part}
        comments={props.comments}
        written={props.grading.form.comment}
        onUse={(text) => props.onChange((now) => changeForm(now, { comment: withText(now, text) }))}
        onChange={props.onCommentsChange}
      />
      <div class="grade-end">
        <p class="grade-score" aria-live="polite">
          {score() === null ? "–" : points()}
        </p>
        <div class="row">
          <Button kind="primary" type="submit" disabled={conflict() !== null}>
            {props.goesOn}
          </Button>
          <Show when={props.grading.stands}>
            <Button kind="quiet" disabled={isSaving()} onClick={props.onWithdraw}>
              Take the grade back
            </Button>
          </Show>
        </div>
        <GradingStatus grading={props.grading} />
      </div>
    </form>
  );
}

function withText({ form }: Grading, text: string): string {
  const before = form.comment.trimEnd();
  return before === "" ? text : `${before}\n\n${text}`;
}

/** Where the grade stands, in words; the line keeps its place. */
function GradingStatus(props: { grading: Grading }) {
  const id = createUniqueId();
  const state = () => props.grading.state;
  const failed = () => {
    const now = state();
    return now.status === "failed" ? now.message : null;
  };
  const stands = () => props.grading.stands;
  return (
    <div class="grade-status" id={id}>
      <Show
        when={failed()}
        fallback={
          <StatusLine tone={state().status === "saved" ? "good" : "muted"} live>
            {state().status === "saving" ? (
              "Saving."
            ) : (
              <Show when={stands()} fallback="Not graded yet.">
                {(grade) => (
                  <>
                    {isChanged(props.grading) ? "Changed; saved is " : "Saved: "}
                    {sayPoints(grade().score, grade().points)}, by {grade().gradedBy},{" "}
                    <When at={grade().gradedAt} />.
                  </>
                )}
              </Show>
            )}
          </StatusLine>
        }
      >
        {(why) => (
          <StatusLine tone="failed" live>
            Not saved; what you decided stays here. {why()}
          </StatusLine>
        )}
      </Show>
      <Show when={stands()?.outdated}>
        <StatusLine tone="failed">
          Graded on {sayEarlier(stands()?.submission ?? null)}; another one counts by now. Save to say that
          the grade holds for it.
        </StatusLine>
      </Show>
    </div>
  );
}

function sayEarlier(submission: number | null): string {
  return submission === null ? "nothing handed in" : `submission ${submission}`;
}
