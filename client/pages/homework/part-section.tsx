import { For } from "solid-js";
import type { AssignmentProblem, Part } from "../../../shared/assignment/assignment.ts";
import { plural } from "../../parts/numbers.ts";
import type { Notebook } from "../../state/notebook.ts";
import { CellView } from "./cell-view.tsx";

export function PartSection(props: { notebook: Notebook; problem: AssignmentProblem; part: Part }) {
  const id = () => `${props.problem.number}${props.part.letter}`;
  return (
    <section class="part" id={id()} aria-labelledby={`${id()}-heading`}>
      <header class="part-head">
        <h3 id={`${id()}-heading`}>
          Problem {props.problem.number} Part ({props.part.letter})
        </h3>
        <span class="part-points">{plural(props.part.points, "point")}</span>
      </header>
      <p>{props.part.prompt}</p>
      <For each={props.part.cells}>{(cell) => <CellView notebook={props.notebook} cell={cell} />}</For>
    </section>
  );
}
