import type * as z from "zod/mini";
import type { ApiError } from "../../shared/api/errors.ts";
import type {
  PutSubmission,
  SavedAnswer,
  SubmissionContent,
  VersionView,
} from "../../shared/api/homework.ts";
import { forStudents } from "../../shared/assignment/for-students.ts";
import type { CountedRun } from "../store/runs.ts";
import type { CellRuns } from "./counted-runs.ts";
import { hasPlace } from "./find-misplaced.ts";

/**
 * Why this is not what the student saw; null where version and revisions are the server's. Of the stored answers only
 * those that have a place in the homework count.
 */
export function checkSeen(
  seen: z.infer<typeof PutSubmission>,
  { present, stored }: { present: VersionView; stored: readonly SavedAnswer[] },
): ApiError | null {
  const { assignment, version } = present;
  if (seen.version !== version) {
    return {
      reason: "conflict",
      message: `The homework is at version ${version}, and you saw version ${seen.version}. Load the page again, look at what changed, then hand in.`,
      field: "version",
    };
  }
  const known = new Set(stored.map(({ cell }) => cell));
  const unknown = Object.keys(seen.revisions).filter((cell) => !known.has(cell));
  const counting = stored.filter((answer) => hasPlace(assignment, answer));
  for (const { cell, revision } of [...counting, ...unknown.map((cell) => ({ cell, revision: 0 }))]) {
    const saw = seen.revisions[cell] ?? 0;
    if (saw !== revision) {
      return {
        reason: "conflict",
        message: `The answer of ${cell} is at revision ${revision} on the server, and you saw revision ${saw}. Wait until everything is saved, or load the page again, then hand in.`,
        field: `revisions.${cell}`,
      };
    }
  }
  return null;
}

/** What is handed in, whole, as its student may read it. Each run stands once, in the order in which the cells use them. */
export function buildContent({
  present: { assignment, version },
  saved,
  counted,
  stored,
}: {
  readonly present: VersionView;
  readonly saved: readonly SavedAnswer[];
  readonly counted: readonly CellRuns[];
  readonly stored: ReadonlyMap<string, CountedRun>;
}): SubmissionContent {
  const ids = new Set(counted.flatMap(({ runs }) => runs.map(({ id }) => id)));
  return {
    assignment: forStudents(assignment),
    version,
    answers: saved.map(({ cell, revision, answer }) => ({ cell, revision, answer })),
    runs: [...ids].flatMap((id) => {
      const run = stored.get(id);
      if (run === undefined) return [];
      const { specId: _, ...submitted } = run;
      return [submitted];
    }),
  };
}
