import { For, Show } from "solid-js";
import type { MyPart } from "../../../shared/api/grading/my-grade.ts";
import type { MyRegradeRequest } from "../../../shared/api/grading/regrades.ts";
import { formatPoints, sayPoints, signPoints } from "../../parts/points.ts";
import { When } from "../../parts/when.tsx";
import { AskAgain } from "./ask-again.tsx";

/** A part of one's own grade: what was ticked, what was written, and asking to have it looked at again. */
export function PartOfGrade(props: {
  course: string;
  part: MyPart;
  /** The number of the submission that counts. */
  counting: number | null;
  requests: readonly MyRegradeRequest[];
  again: () => Promise<void>;
}) {
  const isOpen = () => props.requests.some(({ answer }) => answer === null);
  return (
    <article class="my-part stack" id={props.part.id} aria-labelledby={`${props.part.id}-heading`}>
      <h3 id={`${props.part.id}-heading`}>
        ({props.part.letter}){" "}
        <span class="my-points">
          {props.part.grade === null
            ? `not graded, of ${formatPoints(props.part.points)}`
            : sayPoints(props.part.grade.score, props.part.grade.points)}
        </span>
      </h3>
      <Show when={props.part.grade}>{(grade) => <Given grade={grade()} counting={props.counting} />}</Show>
      <For each={props.requests}>{(request) => <Asked request={request} />}</For>
      <Show when={props.part.grade !== null && !isOpen()}>
        <AskAgain course={props.course} part={props.part.id} onAsked={props.again} />
      </Show>
    </article>
  );
}

function Given(props: { grade: NonNullable<MyPart["grade"]>; counting: number | null }) {
  const hasItems = () => props.grade.items.length > 0;
  const isEarlier = () => props.counting !== null && props.grade.submission !== props.counting;
  return (
    <>
      <Show when={hasItems()}>
        <ul class="my-items">
          <For each={props.grade.items}>
            {({ label, points, ticked }) => (
              <li data-ticked={ticked ? "" : undefined}>
                <span aria-hidden="true">{ticked ? "✓" : "·"}</span>
                <span>
                  {label}
                  <span class="unseen">{ticked ? ", ticked" : ", not ticked"}</span>
                </span>
                <span class="number">{signPoints(points)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={hasItems() && props.grade.adjustment !== 0}>
        <p>{signPoints(props.grade.adjustment)} beside the list.</p>
      </Show>
      <Show when={props.grade.comment !== ""}>
        <p class="my-comment">{props.grade.comment}</p>
      </Show>
      <Show when={isEarlier()}>
        <p class="muted">
          {sayEarlier(props.grade.submission)} Submission {props.counting} counts by now.
        </p>
      </Show>
    </>
  );
}

function sayEarlier(submission: number | null): string {
  return submission === null
    ? "Graded before anything was handed in."
    : `Graded on submission ${submission}.`;
}

function Asked(props: { request: MyRegradeRequest }) {
  return (
    <dl class="my-request">
      <dt>
        You asked, <When at={props.request.askedAt} />
      </dt>
      <dd>{props.request.text}</dd>
      <Show when={props.request.answer} fallback={<dt>Not answered yet</dt>}>
        {(answer) => (
          <>
            <dt>
              Answered, <When at={answer().at} />
            </dt>
            <dd>{answer().text}</dd>
          </>
        )}
      </Show>
    </dl>
  );
}
