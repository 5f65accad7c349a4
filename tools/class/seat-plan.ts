import type { Answer } from "../../shared/assignment/answers.ts";
import {
  type Assignment,
  type CellOf,
  listCells,
  type PlacedCell,
} from "../../shared/assignment/assignment.ts";
import { Mt19937 } from "../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { expandSweep } from "../../shared/spec/sweep.ts";
import { habits } from "../demo/seats.ts";
import { seatAnswer } from "./seat-answers.ts";
import { type PersonName, seatName } from "./seat-names.ts";

/** What one seat puts into one cell: words, or runs that are to be trained. */
export type SeatStep =
  | { readonly kind: "answer"; readonly cell: string; readonly answer: Answer }
  | {
      readonly kind: "run";
      readonly cell: string;
      readonly runs: readonly { readonly width: number | null; readonly spec: ExperimentSpec }[];
    };

export type SeatPlan = {
  readonly name: PersonName;
  readonly steps: readonly SeatStep[];
  readonly handsIn: boolean;
};

/** How seats train problem 1: as asked (or with the demo's habits), or in one of the ways that go wrong in every class. */
type Trouble = "none" | "tooFast" | "tooSlow" | "unlucky" | "copies";

/** At this rate the loss of every model but the narrowest rises from the first epoch. */
const TOO_FAST = 0.5;
const TOO_SLOW = 1e-7;
/** Of the seeds 0 to 59 the one whose model with 5 hidden neurons stands worst after 50 epochs: 1.003, the median is 0.86. */
const UNLUCKY_SEED = 28;

function troubleOf(seat: number): Trouble {
  if (seat % 29 === 7) return "tooFast";
  if (seat % 43 === 11) return "tooSlow";
  if (seat % 37 === 5) return "unlucky";
  return seat % 60 === 59 ? "copies" : "none";
}

/** What a seat of a class does with the homework: the same for the same number, and as uneven as in a real class. */
export function planSeat(seat: number, assignment: Assignment): SeatPlan {
  const trouble = troubleOf(seat);
  const asked = listCells(assignment).filter(({ part }) => part !== null);
  const { share, handsIn } = diligence(seat);
  const done = asked.slice(0, Math.round(share * asked.length));
  const name = seatName(seat);
  const author = trouble === "copies" ? seat - 1 : seat;
  const steps = done.flatMap((placed, i): readonly SeatStep[] => {
    const { cell } = placed;
    if (cell.kind === "run") return [runStep(cell, { placed, seat: author, trouble })];
    const answer = seatAnswer(cell, { seat: author, unfinished: !handsIn && i === done.length - 1 });
    return answer === null ? [] : [{ kind: "answer", cell: cell.id, answer }];
  });
  const cover: SeatStep = {
    kind: "answer",
    cell: "cover",
    answer: { kind: "cover", firstName: name.first, lastName: name.last, honour: true },
  };
  return { name, steps: handsIn ? [...steps, cover] : steps, handsIn };
}

/** Three in eight are done; the others stand anywhere, and one in twenty has not begun. */
function diligence(seat: number): { readonly share: number; readonly handsIn: boolean } {
  const twister = new Mt19937(seat);
  const [kind, how] = [twister.nextUint32() / 2 ** 32, twister.nextUint32() / 2 ** 32];
  if (kind < 0.375) return { share: 1, handsIn: true };
  if (kind < 0.45) return { share: 0.6 + 0.35 * how, handsIn: true };
  if (kind < 0.95) return { share: 0.08 + 0.88 * how, handsIn: false };
  return { share: 0, handsIn: false };
}

function runStep(
  cell: CellOf<"run">,
  { placed, seat, trouble }: { placed: PlacedCell; seat: number; trouble: Trouble },
): SeatStep {
  const base = { ...cell.spec, ...changes(cell, { placed, seat, trouble }) };
  const seeds = [trouble === "unlucky" ? UNLUCKY_SEED : seat];
  const specs = expandSweep({ spec: base, widths: [...cell.widths], seeds });
  if (!specs.ok) throw new TypeError(specs.error.message);
  return {
    kind: "run",
    cell: cell.id,
    runs: specs.value.map((spec, i) => ({ width: cell.widths[i] ?? null, spec })),
  };
}

function changes(
  { id, spec }: CellOf<"run">,
  { placed, seat, trouble }: { placed: PlacedCell; seat: number; trouble: Trouble },
): Partial<ExperimentSpec> {
  const { optimizer } = spec;
  // The regularized model of problem 3: fewer neurons, and a weight decay that everyone guesses anew.
  if (id === "3d-run") {
    const model = { ...spec.model, layers: spec.model.layers.map(narrowTo(20)) };
    return { model, optimizer: { ...optimizer, weightDecay: 10 ** -(1 + (seat % 4)) } };
  }
  if (placed.problem.number !== 1) return {};
  switch (trouble) {
    case "tooFast":
      return { optimizer: { ...optimizer, learningRate: TOO_FAST } };
    case "tooSlow":
      return { optimizer: { ...optimizer, learningRate: TOO_SLOW } };
    case "unlucky":
      return {};
    case "none":
    case "copies":
      return habits(seat, spec);
    default:
      return trouble satisfies never;
  }
}

function narrowTo(width: number) {
  return (layer: ExperimentSpec["model"]["layers"][number], at: number) =>
    layer.kind === "linear" ? { ...layer, ...(at === 0 ? { out: width } : { in: width }) } : layer;
}
