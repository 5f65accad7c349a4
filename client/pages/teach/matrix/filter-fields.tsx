import { For, Show } from "solid-js";
import { Field } from "../../../parts/field.tsx";
import type { Filter, Shown, Sorting } from "../order.ts";

const SHOWN: readonly (readonly [Shown, string])[] = [
  ["everyone", "everyone"],
  ["here", "who is here now"],
  ["stuck", "who needs help"],
  ["notBegun", "who has not begun"],
  ["handedIn", "who has handed in"],
  ["notHandedIn", "who has not handed in"],
];
const STATES: readonly (readonly [Filter["is"], string])[] = [
  ["here", "in view now"],
  ["empty", "empty"],
  ["draft", "draft"],
  ["ready", "ready"],
];
const SORTINGS: readonly (readonly [Sorting, string])[] = [
  ["name", "by name"],
  ["section", "by section"],
  ["least", "least far first"],
  ["most", "furthest first"],
  ["active", "last active first"],
];

/** Which students the table shows, and in which order. */
export function FilterFields(props: {
  filter: Filter;
  sorting: Sorting;
  sections: readonly string[];
  parts: readonly string[];
  onFilter: (change: Partial<Filter>) => void;
  onSorting: (sorting: Sorting) => void;
}) {
  const byPart = () =>
    props.parts.map((id): readonly [Sorting, string] => [`part ${id}`, `least far with ${id} first`]);
  return (
    <div class="matrix-fields">
      <Field label="Find a student">
        {(control) => (
          <input
            {...control()}
            type="search"
            autocomplete="off"
            value={props.filter.typed}
            onInput={(event) => props.onFilter({ typed: event.currentTarget.value })}
          />
        )}
      </Field>
      <Choice
        label="Show"
        choices={SHOWN}
        chosen={props.filter.shown}
        onChoose={(shown) => props.onFilter({ shown })}
      />
      <Show when={props.sections.length > 0}>
        <Choice
          label="Section"
          choices={[["", "every section"], ...props.sections.map((one) => [one, one] as const)]}
          chosen={props.filter.section ?? ""}
          onChoose={(section) => props.onFilter({ section: section === "" ? null : section })}
        />
      </Show>
      <Choice
        label="Part"
        choices={[["", "any part"], ...props.parts.map((id) => [id, id] as const)]}
        chosen={props.filter.part ?? ""}
        onChoose={(part) => props.onFilter({ part: part === "" ? null : part })}
      />
      <Show when={props.filter.part !== null}>
        <Choice
          label="which is"
          choices={STATES}
          chosen={props.filter.is}
          onChoose={(is) => props.onFilter({ is })}
        />
      </Show>
      <Choice
        label="Sort"
        choices={[...SORTINGS.filter(([id]) => id !== "section" || props.sections.length > 0), ...byPart()]}
        chosen={props.sorting}
        onChoose={props.onSorting}
      />
    </div>
  );
}

function Choice<Id extends string>(props: {
  label: string;
  choices: readonly (readonly [Id, string])[];
  chosen: NoInfer<Id>;
  onChoose: (id: Id) => void;
}) {
  const choose = (place: number) => {
    const id = props.choices[place]?.[0];
    if (id !== undefined) props.onChoose(id);
  };
  return (
    <Field label={props.label}>
      {(control) => (
        <select {...control()} onChange={(event) => choose(event.currentTarget.selectedIndex)}>
          <For each={props.choices}>
            {([id, words]) => (
              <option value={id} selected={id === props.chosen}>
                {words}
              </option>
            )}
          </For>
        </select>
      )}
    </Field>
  );
}
