import { For } from "solid-js";
import type { AssignmentProblem } from "../../../shared/assignment/assignment.ts";
import type { Notebook } from "../../state/notebook.ts";
import { CellView } from "./cell-view.tsx";
import { PartSection } from "./part-section.tsx";

export function ProblemSection(props: { notebook: Notebook; problem: AssignmentProblem }) {
  return (
    <section class="problem" aria-labelledby={`problem-${props.problem.number}`}>
      <h2 id={`problem-${props.problem.number}`}>
        Problem {props.problem.number}: {props.problem.title}
      </h2>
      <p>{props.problem.intro}</p>
      <For each={props.problem.shown}>{(cell) => <CellView notebook={props.notebook} cell={cell} />}</For>
      <For each={props.problem.parts}>
        {(part) => <PartSection notebook={props.notebook} problem={props.problem} part={part} />}
      </For>
    </section>
  );
}
