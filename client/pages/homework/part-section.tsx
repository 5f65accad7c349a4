import { For } from "solid-js";
import type { AssignmentProblem, Part } from "../../../shared/assignment/assignment.ts";
import { plural } from "../../parts/numbers.ts";
import { StateMark } from "../../parts/state-mark.tsx";
import { Prose } from "../../prose/prose.tsx";
import { CellView } from "./cell-view.tsx";
import { headingId, partId } from "./part-id.ts";
import type { Work } from "./work.ts";

export function PartSection(props: { work: Work; problem: AssignmentProblem; part: Part }) {
  const id = () => partId(props.problem, props.part);
  const state = () => props.work.check().parts.find(({ part }) => part === props.part)?.state ?? "empty";
  return (
    <section class="part" id={id()} aria-labelledby={headingId(id())}>
      <header class="part-head">
        <h3 id={headingId(id())} tabindex="-1">
          Problem {props.problem.number} Part ({props.part.letter})
        </h3>
        <span class="part-points">{plural(props.part.points, "point")}</span>
        <StateMark state={state()} />
      </header>
      <Prose markdown={props.part.prompt} />
      <For each={props.part.cells}>{(cell) => <CellView work={props.work} cell={cell} />}</For>
    </section>
  );
}
