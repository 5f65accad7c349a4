import * as z from "zod/mini";
import { Attempt, AttemptRun } from "../../shared/assignment/answers.ts";
import { CellId } from "../../shared/assignment/assignment.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { STARTED } from "./started.ts";

/** A run cell of the homework that trains, as a row of IndexedDB: whose it is, what the attempt will be, and what it has so far. */
export const CellInProgress = z.object({
  ...STARTED,
  course: z.string(),
  /** A pseudonym. */
  member: z.string(),
  cell: CellId,
  attempt: z.pick(Attempt, { id: true, name: true, settings: true }),
  runs: z.array(z.object({ width: z.nullable(z.int()), spec: ExperimentSpec })),
  /** The runs that are over and kept on this device. */
  done: z.array(AttemptRun),
});
export type CellInProgress = z.infer<typeof CellInProgress>;
