import type { JSX } from "solid-js";
import type { Cell } from "../../../shared/assignment/assignment.ts";
import { DigitsCell } from "./cells/digits-cell.tsx";
import { NumberCell } from "./cells/number-cell.tsx";
import { CodeCell } from "./code/code-cell.tsx";
import { PlotCell } from "./plots/plot-cell.tsx";
import { RunCell } from "./runs/run-cell.tsx";
import { TextCell } from "./text/text-cell.tsx";
import type { Work } from "./work.ts";

/** A cell by its kind. A cell's kind never changes: another assignment is another list of cells. */
export function CellView(props: { work: Work; cell: Cell }): JSX.Element {
  const { work, cell } = props;
  switch (cell.kind) {
    case "digits":
      return <DigitsCell cell={cell} />;
    case "number":
      return <NumberCell work={work} cell={cell} />;
    case "text":
      return <TextCell work={work} cell={cell} />;
    case "code":
      return <CodeCell work={work} cell={cell} />;
    case "run":
      return <RunCell work={work} cell={cell} />;
    case "plot":
      return <PlotCell work={work} cell={cell} />;
    default:
      return cell satisfies never;
  }
}
