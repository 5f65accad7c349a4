import { For } from "solid-js";
import type { Assignment } from "../../../../shared/assignment/assignment.ts";
import { Prose } from "../../../prose/prose.tsx";
import { ProblemSection } from "../../homework/problem-section.tsx";
import { createWork } from "../../homework/work.ts";
import { makeSampleNotebook } from "./sample-notebook.ts";

/** The draft as a student has it before anything is answered; nothing in it can be pressed. */
export function StudentPreview(props: { course: string; assignment: Assignment }) {
  const notebook = makeSampleNotebook(props.course, () => props.assignment);
  const work = createWork(notebook, () => props.assignment);
  return (
    <fieldset class="edit-as-student" disabled>
      <legend class="unseen">The homework as students see it</legend>
      <p class="muted">This is to be looked at: nothing in it can be pressed, and nothing is kept.</p>
      <div class="notebook-pages">
        <header class="stack">
          <h2 class="edit-as-student-title">{props.assignment.title}</h2>
          <Prose markdown={props.assignment.intro} />
        </header>
        <For each={props.assignment.problems}>
          {(problem) => <ProblemSection work={work} problem={problem} />}
        </For>
      </div>
    </fieldset>
  );
}
