import { For } from "solid-js";
import type { Flag } from "../../../shared/api/flags.ts";
import { Field } from "../../parts/field.tsx";
import { Segments } from "../../parts/segments.tsx";
import { isIn, type Shown, STATES } from "./create-shown.ts";
import { KIND_WORDS, KINDS } from "./words.ts";

/** Which flags to show: a kind, a part of the homework, those that nobody has looked at yet. */
export function FlagFilter(props: { flags: readonly Flag[]; shown: Shown }) {
  const parts = () => [...new Set(props.flags.flatMap(({ parts }) => parts))].sort();
  const count = (isOne: (flag: Flag) => boolean) =>
    props.flags.filter((flag) => isOne(flag) && isIn(props.shown.state(), flag)).length;
  return (
    <div class="flag-filter">
      <Segments
        label="Which flags"
        choices={STATES}
        chosen={props.shown.state()}
        onChoose={(state) => props.shown.choose({ state })}
        name={(state) =>
          `${state === "all" ? "All" : state === "open" ? "Open" : "Looked at"} ${props.flags.filter((flag) => isIn(state, flag)).length}`
        }
      />
      <Field label="Kind">
        {(control) => (
          <select
            {...control()}
            onChange={(event) => props.shown.choose({ kind: event.currentTarget.value || null })}
          >
            <option value="">Every kind ({count(() => true)})</option>
            <For each={KINDS}>
              {(kind) => (
                <option value={kind} selected={props.shown.kind() === kind}>
                  {KIND_WORDS[kind].title} ({count((flag) => flag.kind === kind)})
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
      <Field label="Part of the homework">
        {(control) => (
          <select
            {...control()}
            onChange={(event) => props.shown.choose({ part: event.currentTarget.value || null })}
          >
            <option value="">Every part</option>
            <For each={parts()}>
              {(part) => (
                <option value={part} selected={props.shown.part() === part}>
                  {part} ({count((flag) => flag.parts.includes(part))})
                </option>
              )}
            </For>
          </select>
        )}
      </Field>
    </div>
  );
}
