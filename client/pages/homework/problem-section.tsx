import { For } from "solid-js";
import type { AssignmentProblem } from "../../../shared/assignment/assignment.ts";
import { Prose } from "../../prose/prose.tsx";
import { CellView } from "./cell-view.tsx";
import { PartSection } from "./part-section.tsx";
import type { Work } from "./work.ts";

export function ProblemSection(props: { work: Work; problem: AssignmentProblem }) {
  const id = () => `problem-${props.problem.number}`;
  return (
    <section class="problem" aria-labelledby={id()}>
      <div class="problem-intro">
        <h2 id={id()}>
          Problem {props.problem.number}: {props.problem.title}
        </h2>
        <Prose markdown={props.problem.intro} />
        <For each={props.problem.shown}>{(cell) => <CellView work={props.work} cell={cell} />}</For>
      </div>
      <For each={props.problem.parts}>
        {(part) => <PartSection work={props.work} problem={props.problem} part={part} />}
      </For>
    </section>
  );
}
