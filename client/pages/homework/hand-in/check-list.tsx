import { For, Show } from "solid-js";
import type { Check } from "../../../../shared/assignment/completeness.ts";
import { plural } from "../../../parts/numbers.ts";
import { StateMark } from "../../../parts/state-mark.tsx";
import { PartLink } from "../contents/part-link.tsx";
import { partId } from "../part-id.ts";
import type { Work } from "../work.ts";

/** Every part that is not ready, with what to do about it. */
export function CheckList(props: { work: Work }) {
  const parts = () => props.work.check().parts;
  const open = () => parts().filter(({ state }) => state !== "ready");
  const ready = () => parts().length - open().length;
  const warnings = () =>
    props.work.runs.warnings().flatMap(({ cell, message }) => {
      const placed = props.work.cells().find((one) => one.cell.id === cell);
      const { problem, part } = placed ?? {};
      return problem === undefined || part === undefined || part === null
        ? []
        : [{ placed: { problem, part }, message }];
    });
  const cover = () => props.work.check().cover;
  return (
    <div class="stack">
      <p>
        {ready() === parts().length
          ? "Every part is ready."
          : `${ready()} of ${plural(parts().length, "part")} ready. This is still to do:`}
      </p>
      <Show when={open().length > 0 || cover().state !== "ready"}>
        <ul class="check-list">
          <For each={open()}>
            {(one) => (
              <li>
                <PartLink to={partId(one.problem, one.part)}>
                  Problem {one.problem.number} Part ({one.part.letter})
                </PartLink>
                <ToDo check={one} />
              </li>
            )}
          </For>
          <Show when={cover().state !== "ready"}>
            <li>
              <span>Who hands in, below</span>
              <ToDo check={cover()} />
            </li>
          </Show>
        </ul>
      </Show>
      <Show when={warnings().length > 0}>
        <p>These parts are complete, or nearly, but something in them looks wrong:</p>
        <ul class="check-list">
          <For each={warnings()}>
            {({ placed, message }) => (
              <li>
                <PartLink to={partId(placed.problem, placed.part)}>
                  Problem {placed.problem.number} Part ({placed.part.letter})
                </PartLink>
                <span class="state-mark">! look again</span>
                <ul>
                  <li>{message}</li>
                </ul>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}

function ToDo(props: { check: Check }) {
  return (
    <>
      <StateMark state={props.check.state} />
      <ul>
        <For each={props.check.missing}>{({ message }) => <li>{message}</li>}</For>
      </ul>
    </>
  );
}
