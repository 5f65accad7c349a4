import { createSignal, For, Show } from "solid-js";
import type { PartCheck } from "../../../../shared/assignment/completeness.ts";
import { StateMark } from "../../../parts/state-mark.tsx";
import { partId } from "../part-id.ts";
import type { Work } from "../work.ts";
import { PartLink } from "./part-link.tsx";
import { SaveStatus } from "./save-status.tsx";

/** Every part with its state and points, and where the work is saved. On a phone it is one line that opens. */
export function Contents(props: { work: Work; current: string | null }) {
  const [open, setOpen] = createSignal(false);
  const parts = () => props.work.check().parts;
  const now = () => parts().find((one) => partId(one.problem, one.part) === props.current);
  const ready = () => parts().filter(({ state }) => state === "ready");
  return (
    <div class="contents" data-open={open()}>
      <div class="contents-bar">
        <button
          type="button"
          class="contents-toggle"
          aria-expanded={open()}
          aria-controls="contents-list"
          onClick={() => setOpen(!open())}
        >
          <Show when={now()} fallback={props.current === "hand-in" ? "Hand in" : "Parts"}>
            {(one) => (
              <>
                Problem {one().problem.number} Part ({one().part.letter})
              </>
            )}
          </Show>
        </button>
        <SaveStatus work={props.work} />
      </div>
      <nav id="contents-list" class="contents-list" aria-label="Parts">
        <p class="contents-sum">
          {ready().length} of {parts().length} parts ready,
          <br />
          {sum(ready())} of {sum(parts())} points
        </p>
        <For each={props.work.assignment().problems}>
          {(problem) => (
            <div>
              <p class="contents-problem">
                {problem.number}. {problem.title}
              </p>
              <ol>
                <For each={problem.parts}>
                  {(part) => {
                    const id = partId(problem, part);
                    return (
                      <li>
                        <PartLink to={id} isCurrent={props.current === id} onGo={() => setOpen(false)}>
                          <span>Part ({part.letter})</span>
                          <StateMark state={parts().find((one) => one.part === part)?.state ?? "empty"} />
                          <span class="contents-points">
                            {part.points}
                            <span class="unseen"> points</span>
                          </span>
                        </PartLink>
                      </li>
                    );
                  }}
                </For>
              </ol>
            </div>
          )}
        </For>
        <PartLink
          class="contents-hand-in"
          to="hand-in"
          isCurrent={props.current === "hand-in"}
          onGo={() => setOpen(false)}
        >
          Hand in
        </PartLink>
      </nav>
    </div>
  );
}

function sum(parts: readonly PartCheck[]): number {
  return parts.reduce((total, { part }) => total + part.points, 0);
}
