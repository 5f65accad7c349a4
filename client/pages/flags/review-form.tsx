import { createSignal, Show } from "solid-js";
import type { FlagReview } from "../../../shared/api/flags.ts";
import { MAX_FLAG_NOTE_CHARACTERS } from "../../../shared/limits.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { When } from "../../parts/when.tsx";
import { createAct } from "../../state/act.ts";
import { type FlagName, flagCalls } from "../../state/calls/flags.ts";

/** Says that one has looked, with a note for colleagues, or opens the flag again. */
export function ReviewForm(props: {
  name: FlagName;
  review: FlagReview | null;
  onReviewed: () => Promise<void>;
}) {
  const { act, isActing, failed } = createAct();
  const [note, setNote] = createSignal(props.review?.note ?? "");
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if ((await act(() => flagCalls.review(props.name, note()))) !== null) await props.onReviewed();
  };
  const reopen = async () => {
    if ((await act(() => flagCalls.reopen(props.name))) !== null) await props.onReviewed();
  };
  return (
    <form class="flag-review stack" onSubmit={save}>
      <p role="status">
        <Show when={props.review} fallback="Nobody has looked at this yet.">
          {(review) => (
            <>
              {review().by} looked at this, <When at={review().at} />.
            </>
          )}
        </Show>
      </p>
      <Field
        label="Note"
        help="For the owners and instructors of the course: what you found, whom you asked. It goes with the student who is erased."
      >
        {(control) => (
          <textarea
            {...control()}
            rows={2}
            maxLength={MAX_FLAG_NOTE_CHARACTERS}
            value={note()}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        )}
      </Field>
      <Problem words={failed()} />
      <div class="row">
        <Button type="submit" kind={props.review === null ? "primary" : "plain"} disabled={isActing()}>
          {props.review === null ? "I have looked at it" : "Save the note"}
        </Button>
        <Show when={props.review !== null}>
          <Button disabled={isActing()} onClick={reopen}>
            Open it again
          </Button>
        </Show>
      </div>
    </form>
  );
}
