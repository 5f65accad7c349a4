import { listGivenSpecs, listGivenTexts } from "../../shared/integrity/given.ts";
import { readPresent } from "../homework/read-present.ts";
import { type FlagRun, listFlagRuns } from "../store/flag-runs.ts";
import { listFlagAnswers } from "../store/flag-texts.ts";
import {
  findGaps,
  findOtherWeights,
  findSharedWeights,
  type GapFlag,
  type OtherFlag,
  type SharedFlag,
} from "./find-run-flags.ts";
import { findCopiedTexts, type TextFlag } from "./find-text-flags.ts";
import { type GapMeans, measureGaps } from "./measure-gaps.ts";
import { listResumed } from "./resumed.ts";

/** A flag with all that it rests on. */
export type FoundFlag = SharedFlag | OtherFlag | GapFlag | TextFlag;

export type FoundFlags = {
  readonly flags: readonly FoundFlag[];
  readonly partsOf: (flag: FoundFlag) => readonly string[];
  readonly unmeasured: number;
  readonly looked: { readonly runs: number; readonly texts: number };
};

/**
 * Finds every flag of a course, from its rows as they are now. Three statements, and one more where honest gaps were measured;
 * KV is asked only for the histories of runs that their seed was not found to give.
 */
export async function readFlags(means: GapMeans, course: string): Promise<FoundFlags> {
  const [{ assignment }, rows, { texts, cellsOf }] = await Promise.all([
    readPresent(means.DB, course),
    listFlagRuns(means.DB, course),
    listFlagAnswers(means.DB, course),
  ]);
  const [{ runs, unmeasured }, resumed] = await Promise.all([
    measureGaps(means, rows),
    listResumed(means.BYTES, rows),
  ]);
  const flags: readonly FoundFlag[] = [
    ...findSharedWeights(runs, listGivenSpecs(assignment)),
    ...findOtherWeights(runs, ({ id }) => resumed.has(id)),
    ...findGaps(runs),
    ...findCopiedTexts(texts, listGivenTexts(assignment)),
  ];
  const cellsOfFlag = (flag: FoundFlag) =>
    flag.kind === "copiedText" ? [flag.first.cell] : runsOf(flag).flatMap(cellsOf);
  return {
    flags,
    partsOf: (flag) => [...new Set(cellsOfFlag(flag).map(partOf))].sort(),
    unmeasured,
    looked: { runs: runs.length, texts: texts.length },
  };
}

/** The runs that a flag rests on. */
function runsOf(flag: Exclude<FoundFlag, TextFlag>): readonly FlagRun[] {
  switch (flag.kind) {
    case "sameWeights":
      return flag.pairs.flatMap(({ first, later }) => [first, later]);
    case "otherWeights":
      return flag.rival === null ? [flag.run] : [flag.run, flag.rival];
    case "gap":
      return [flag.run];
    default:
      return flag satisfies never;
  }
}

/** A cell's id begins with its part's: `1f-run`. */
function partOf(cell: string): string {
  return cell.split("-")[0] ?? cell;
}
