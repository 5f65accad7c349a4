import { createMemo, createSignal, For, Show } from "solid-js";
import { ChangeTopic } from "../../../shared/api/change-topics.ts";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { sayChange } from "./change-words.ts";
import { createLog } from "./create-log.ts";

const TOPICS: Readonly<Record<ChangeTopic, string>> = {
  staff: "Staff and roles",
  waysIn: "Ways in",
  joining: "Joining and the roster",
  homework: "Homework and dates",
  boards: "Boards",
  grades: "Grades",
  flags: "Flags",
  erasure: "Erasure",
};

/** Who changed what in the course, newest first, a page at a time; narrowed to a topic or a person. */
export function LogSection(props: { course: string }) {
  const [topic, setTopic] = createSignal<ChangeTopic | null>(null);
  const [person, setPerson] = createSignal("");
  const question = createMemo(() => ({ course: props.course, topic: topic(), person: person().trim() }));
  const log = createLog(question);
  const failed = () => {
    const now = log.status();
    return now.status === "failed" ? now.message : null;
  };
  const isReading = () => log.status().status === "reading";
  const sayNothing = () => {
    if (isReading()) return "Reading the log.";
    return topic() !== null || person().trim() !== ""
      ? "No such change was made."
      : "Nothing was changed yet. Roles, ways in, joining, dates, boards and grades stand here once they are.";
  };

  return (
    <section class="stack" aria-labelledby="log">
      <h2 id="log">What was changed, and by whom</h2>
      <div class="log-filter">
        <Field label="Topic">
          {(control) => (
            <select
              {...control()}
              onChange={(event) =>
                setTopic(ChangeTopic.options[event.currentTarget.selectedIndex - 1] ?? null)
              }
            >
              <option>All changes</option>
              <For each={ChangeTopic.options}>{(one) => <option>{TOPICS[one]}</option>}</For>
            </select>
          )}
        </Field>
        <Field label="Who did it, or to whom">
          {(control) => (
            <input
              {...control()}
              type="search"
              autocomplete="off"
              placeholder="A name or pseudonym"
              onInput={(event) => setPerson(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <ol class="audit" aria-label="Changes" aria-busy={isReading()}>
        <For each={log.entries()}>
          {({ at, actor, change }) => (
            <li>
              <When at={at} />
              <span>
                <b>{actor}</b> {sayChange(change)}
              </span>
            </li>
          )}
        </For>
      </ol>
      <Show when={log.entries().length === 0 && failed() === null}>
        <StatusLine tone="muted" live>
          {sayNothing()}
        </StatusLine>
      </Show>
      <Problem words={failed()} />
      <Show when={failed() !== null || log.hasMore()}>
        <div class="row">
          <Button disabled={isReading()} onClick={log.more}>
            {failed() === null ? "Earlier changes" : "Try again"}
          </Button>
        </div>
      </Show>
    </section>
  );
}
