import { createUniqueId, Show } from "solid-js";
import type { Answer } from "../../../../shared/assignment/answers.ts";
import type { Keep } from "../../../drafts/standing.ts";
import { Button } from "../../../parts/button.tsx";
import { describeAnswer } from "./describe-answer.ts";

/** An answer that was changed here and elsewhere: both versions, and the choice. */
export function TwoVersions(props: { mine: Answer | null; theirs: Answer; onKeep: (keep: Keep) => void }) {
  const id = createUniqueId();
  return (
    <section class="two-versions" aria-labelledby={id}>
      <div role="alert">
        <h4 id={id}>There are two versions of this answer. Choose which one to keep.</h4>
      </div>
      <div class="two-versions-texts">
        <Version title="Mine, as above" answer={props.mine} />
        <Version title="Theirs, from another device or tab" answer={props.theirs} />
      </div>
      <div class="row">
        <Button onClick={() => props.onKeep("mine")}>Keep mine</Button>
        <Button onClick={() => props.onKeep("theirs")}>Keep theirs</Button>
        <Show when={props.theirs.kind === "text"}>
          <Button onClick={() => props.onKeep("both")}>Keep both, one below the other</Button>
        </Show>
      </div>
    </section>
  );
}

function Version(props: { title: string; answer: Answer | null }) {
  return (
    <figure>
      <figcaption>{props.title}</figcaption>
      <pre tabindex="0">{props.answer === null ? "" : describeAnswer(props.answer)}</pre>
    </figure>
  );
}
