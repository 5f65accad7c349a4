import { answerOf, countingAttempt } from "../../shared/assignment/answers.ts";
import { readBytes } from "../store/bytes.ts";
import type { WholeStudent } from "../store/graded-students.ts";
import { readLinkedRun } from "../store/run-links.ts";
import { readContent } from "./read-work.ts";

/** The weights of the last run that counts in a run cell of what is graded; null where there is none, or not here yet. */
export async function readGradedWeights(
  { DB, BYTES }: Pick<Env, "DB" | "BYTES">,
  { student, cell }: { readonly student: WholeStudent; readonly cell: string },
): Promise<ArrayBuffer | null> {
  const content = await readContent(BYTES, student);
  if (content === null) return null;
  const answers = new Map(content.answers.map((one) => [one.cell, one.answer]));
  const last = countingAttempt(answerOf(answers, "run", cell))?.runs.at(-1);
  const link = content.runs.find(({ id }) => id === last?.id)?.runLink;
  const run = link === undefined ? null : await readLinkedRun(DB, link);
  return run === null ? null : await readBytes(BYTES, run.weightsHash);
}
