import { type Accessor, createMemo, createResource } from "solid-js";
import {
  type Answers,
  type Attempt,
  answerOf,
  countingAttempt,
} from "../../../../shared/assignment/answers.ts";
import { type Assignment, type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import type { Figure } from "../../../plot/figure.ts";
import { createFloors } from "../../../state/floors.ts";
import { readRunScores } from "../../../state/run-scores.ts";
import { type DrawnAttempt, placeOf, type ScoredAttempt, specOfAttempt } from "./drawn.ts";
import { figureOf, wantsFloors } from "./figure-of.ts";

/** A plot cell's figure; one that has nothing to draw yet has its question and its axes all the same. */
export type FigureState = { readonly figure: Figure } & (
  | { readonly status: "drawn" }
  /** None of its run cells has an attempt. */
  | { readonly status: "empty" }
  | { readonly status: "reading" }
  /** An attempt's weights are nowhere; training it again brings them back. */
  | { readonly status: "lost"; readonly why: string; readonly drawn: DrawnAttempt }
);

export type FigureSource = {
  readonly course: string;
  readonly assignment: Accessor<Assignment>;
  readonly answers: Accessor<Answers>;
  /** The attempt that is drawn faintly beside a run cell's; null for none. */
  readonly compared?: (cell: string) => string | null;
};

const NO_ATTEMPT: Attempt = { id: "", name: "", at: 0, settings: {}, runs: [], failed: [] };

/** A plot cell's figure, with what must be read or computed for it; the last one stays until the next is here. */
export function createFigure(source: FigureSource, cell: CellOf<"plot">): Accessor<FigureState> {
  const per = () => answerOf(source.answers(), "plot", cell.id)?.per ?? "image";
  const drawn = createMemo(() => listDrawn(source, cell), [], { equals: isSameDrawn });
  const floors = createFloors(() => {
    const [own] = drawn();
    return own !== undefined && wantsFloors(cell, drawn()) ? specOfAttempt(own).dataset : null;
  });
  const question = createMemo(() =>
    cell.plot === "anomalyScores" && drawn().length > 0 ? { drawn: drawn(), per: per() } : null,
  );
  const [scored] = createResource(question, (asked) => scoreAll(source.course, asked));

  return createMemo((): FigureState => {
    const blank = (): Figure =>
      figureOf(cell, { drawn: listBlank(source, cell), floors: "none", scored: [], per: per() });
    if (drawn().every(({ attempt }) => attempt.runs.length === 0))
      return { status: "empty", figure: blank() };
    const inputs = { drawn: drawn(), floors: floors() ?? ("awaited" as const) };
    if (cell.plot !== "anomalyScores")
      return { status: "drawn", figure: figureOf(cell, { ...inputs, scored: [], per: per() }) };
    const now = scored.latest;
    if (now === undefined) return { status: "reading", figure: blank() };
    if (now.lost !== null) return { status: "lost", figure: blank(), ...now.lost };
    return { status: "drawn", figure: figureOf(cell, { ...inputs, per: now.per, scored: now.scored }) };
  });
}

/** The plot's run cells as if each had been run without any numbers. */
function listBlank({ assignment }: FigureSource, cell: CellOf<"plot">): readonly DrawnAttempt[] {
  return cell.runs.flatMap((id) => {
    const [run, place] = [findCell(assignment(), "run", id), placeOf(assignment(), id)];
    return run === null || place === null
      ? []
      : [{ cell: run, place, attempt: NO_ATTEMPT, isCompared: false }];
  });
}

/** The attempts of a plot's cells that count, its own part's first, then those to compare with. */
function listDrawn(
  { assignment, answers, compared }: FigureSource,
  cell: CellOf<"plot">,
): readonly DrawnAttempt[] {
  const found = cell.runs.flatMap((id) => {
    const [run, place] = [findCell(assignment(), "run", id), placeOf(assignment(), id)];
    const answer = answerOf(answers(), "run", id);
    const counting = countingAttempt(answer);
    if (run === null || place === null || counting === null) return [];
    const other = answer?.attempts.find((one) => one.id === compared?.(id) && one !== counting) ?? null;
    return [{ cell: run, place, counting, other }];
  });
  const draw = (one: (typeof found)[number], attempt: Attempt, isCompared: boolean): DrawnAttempt => ({
    cell: one.cell,
    place: one.place,
    attempt,
    isCompared,
  });
  return [
    ...found.map((one) => draw(one, one.counting, false)),
    ...found.flatMap((one) => (one.other === null ? [] : [draw(one, one.other, true)])),
  ];
}

/** The same attempts under the same names: nothing that is drawn would change. */
function isSameDrawn(a: readonly DrawnAttempt[], b: readonly DrawnAttempt[]): boolean {
  const key = (all: readonly DrawnAttempt[]) =>
    JSON.stringify(
      all.map(({ cell, attempt, isCompared }) => [
        cell,
        attempt.name,
        attempt.runs.map(({ id }) => id),
        isCompared,
      ]),
    );
  return a.length === b.length && key(a) === key(b);
}

async function scoreAll(
  course: string,
  { drawn, per }: { drawn: readonly DrawnAttempt[]; per: "image" | "pixel" },
): Promise<{
  readonly per: "image" | "pixel";
  readonly scored: readonly ScoredAttempt[];
  readonly lost: { readonly why: string; readonly drawn: DrawnAttempt } | null;
}> {
  const scored: ScoredAttempt[] = [];
  for (const one of drawn) {
    const run = one.attempt.runs.at(-1);
    const splits = [run?.spec.dataset.split, one.cell.spec.dataset.split];
    const asked = splits.find((split) => split?.kind === "oneDigit");
    if (run === undefined || asked === undefined) continue;
    const [scores, ofImages] = await Promise.all([
      readRunScores(course, run, { asked, per }),
      readRunScores(course, run, { asked, per: "image" }),
    ]);
    if (!scores.ok) return { per, scored, lost: { why: scores.error, drawn: one } };
    if (!ofImages.ok) return { per, scored, lost: { why: ofImages.error, drawn: one } };
    scored.push({ ...one, scores: scores.value, imageAuroc: ofImages.value.auroc });
  }
  return { per, scored, lost: null };
}
