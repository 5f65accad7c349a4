import type { ClassPlot, PlotGroup } from "../../shared/api/class.ts";
import { type Assignment, type CellOf, findCell } from "../../shared/assignment/assignment.ts";
import { pytorchResult } from "../../shared/assignment/homework/pytorch-results.ts";
import { partOfCell } from "../../shared/assignment/part-states.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import type { CountingRun } from "../store/class-runs.ts";

type Floor = (spec: ExperimentSpec, width: number) => number;

const METRICS = {
  trainMse: "train_mse",
  testMse: "test_mse",
  randomMse: "random_mse",
  auroc: "auroc",
} as const;

/** The class version of a plot cell: the runs that count in its run cells, of every student, as columns. */
export function buildPlot(
  cell: CellOf<"plot">,
  { assignment, runs, floorAt }: { assignment: Assignment; runs: readonly CountingRun[]; floorAt: Floor },
): ClassPlot {
  const students = [...new Set(runs.map(({ member }) => member))];
  const place = new Map(students.map((member, i) => [member, i]));
  const groups = cell.runs.flatMap((id) => {
    const run = findCell(assignment, "run", id);
    if (run === null) return [];
    const own = runs.filter((one) => one.cell === id);
    return [buildGroup(run, { part: partOfCell(assignment, id) ?? "", runs: own, place, floorAt })];
  });
  return { cell: cell.id, plot: cell.plot, question: cell.question, see: cell.see, students, groups };
}

function buildGroup(
  { id, label, spec }: CellOf<"run">,
  {
    part,
    runs,
    place,
    floorAt,
  }: { part: string; runs: readonly CountingRun[]; place: ReadonlyMap<string, number>; floorAt: Floor },
): PlotGroup {
  const widths = [...new Set(runs.map(({ width }) => width))].toSorted((a, b) => (a ?? 0) - (b ?? 0));
  const fill = <V>(value: (run: CountingRun) => V) => {
    const columns = widths.map(() => Array.from({ length: place.size }, (): V | null => null));
    for (const run of runs) {
      const column = columns[widths.indexOf(run.width)];
      const at = place.get(run.member);
      if (column !== undefined && at !== undefined) column[at] = value(run);
    }
    return columns;
  };
  const metric = (name: keyof typeof METRICS) => fill((run) => round(run[METRICS[name]]));
  const results = widths.map((width) => pytorchResult(spec, width));
  const reference = (name: keyof typeof METRICS) => results.map((result) => result?.[name] ?? null);
  const convolutional = spec.model.layers.some(({ kind }) => kind === "conv2d");
  const isRandom = spec.dataset.split.kind === "random";
  return {
    cell: id,
    part,
    label,
    convolutional,
    widths,
    metrics: {
      trainMse: metric("trainMse"),
      testMse: metric("testMse"),
      randomMse: metric("randomMse"),
      auroc: metric("auroc"),
    },
    links: fill(({ run_link }) => run_link),
    reference: {
      trainMse: reference("trainMse"),
      testMse: reference("testMse"),
      randomMse: reference("randomMse"),
      auroc: reference("auroc"),
    },
    // A convolution's hidden layer holds more numbers than the image has pixels: its floor is 0 and says nothing.
    floors:
      convolutional || !isRandom
        ? null
        : widths.map((width) => (width === null ? null : floorAt(spec, width))),
  };
}

/** Seven digits say all that a plot can show. */
function round(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(7));
}
