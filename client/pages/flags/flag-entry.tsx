import { createUniqueId, For, Show } from "solid-js";
import type { Flag } from "../../../shared/api/flags.ts";
import { When } from "../../parts/when.tsx";
import { EvidencePanel } from "./evidence-panel.tsx";
import { StudentName } from "./student-name.tsx";
import { sayFound, studentsOf } from "./words.ts";

/** One flag in a sentence, and its evidence below it once it is opened. */
export function FlagEntry(props: {
  course: string;
  flag: Flag;
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onReviewed: () => Promise<void>;
}) {
  const id = createUniqueId();
  return (
    <li class="flag">
      <button
        class="flag-head"
        type="button"
        aria-expanded={props.isOpen}
        aria-controls={id}
        onClick={() => props.onOpen(!props.isOpen)}
      >
        <span class="flag-sentence">
          <For each={studentsOf(props.flag)}>
            {(student, i) => (
              <>
                <Show when={i() > 0}> and </Show>
                <StudentName student={student} />
              </>
            )}
          </For>{" "}
          {sayFound(props.flag)}
        </span>
        <span class="flag-facts">
          <Show when={props.flag.parts.length > 0}>
            <span>{props.flag.parts.join(", ")}</span>
          </Show>
          <When at={props.flag.at} />
          <Show when={props.flag.review}>
            <span class="flag-looked">looked at</span>
          </Show>
        </span>
      </button>
      <div id={id}>
        <Show when={props.isOpen}>
          <EvidencePanel course={props.course} flag={props.flag} onReviewed={props.onReviewed} />
        </Show>
      </div>
    </li>
  );
}
