import { For, Show } from "solid-js";
import type { EvidenceOf, FlaggedText } from "../../../shared/api/flags.ts";
import { plural } from "../../parts/numbers.ts";
import { callStudent } from "../../parts/student-search.ts";
import { cutPassages } from "./cut-passages.ts";
import { StudentName } from "./student-name.tsx";

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** Both texts side by side as they were typed, with what they share marked. */
export function CopiedTextEvidence(props: { evidence: EvidenceOf<"copiedText"> }) {
  return (
    <>
      <p>
        Both stand in cell <code>{props.evidence.cell}</code> as they were last saved. What they share is
        marked.
      </p>
      <div class="flag-texts">
        <Text text={props.evidence.first} />
        <Text text={props.evidence.later} />
      </div>
      <p class="muted">
        A text that is typed is saved many times as it grows; one that is pasted, few times. Both may be
        honest: some write elsewhere first.
      </p>
    </>
  );
}

function Text(props: { text: FlaggedText }) {
  return (
    <section class="flag-text stack" aria-label={`Text of ${callStudent(props.text.student)}`}>
      <h3>
        <StudentName student={props.text.student} />
      </h3>
      <p class="muted">
        <Show when={props.text.begunAt}>{(at) => `Begun ${say(at())}; `}</Show>
        last saved {say(props.text.savedAt)}; saved {plural(props.text.revision, "time")}.
      </p>
      <p class="flag-markdown">
        <For each={cutPassages(props.text)}>
          {({ text, isCommon }) => (isCommon ? <mark>{text}</mark> : text)}
        </For>
      </p>
    </section>
  );
}

function say(at: string): string {
  return WHEN.format(new Date(at));
}
