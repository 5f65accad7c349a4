import { createMemo, Show } from "solid-js";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { DrawingView } from "../../../plot/drawing-view.tsx";
import { drawFigure } from "../../../plot/svg/draw-figure.ts";
import { createFigure } from "../plots/create-figure.ts";
import type { Work } from "../work.ts";

/** A plot where a text refers to it, as the report has it. */
export function PlotInText(props: { work: Work; cell: CellOf<"plot"> }) {
  const { notebook, assignment } = props.work;
  const state = createFigure({ course: notebook.course, assignment, answers: notebook.answers }, props.cell);
  const drawing = createMemo(() => {
    const now = state();
    return now.status === "drawn" ? drawFigure(now.figure) : null;
  });
  return (
    <Show
      when={drawing()}
      fallback={
        <p class="prose-reason">
          {state().status === "reading"
            ? "(the plot is being drawn)"
            : `(plot ${props.cell.id}: it has nothing to show yet)`}
        </p>
      }
    >
      {(drawn) => <DrawingView drawing={drawn()} />}
    </Show>
  );
}
