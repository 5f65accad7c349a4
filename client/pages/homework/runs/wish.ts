import type { Attempt } from "../../../../shared/assignment/answers.ts";
import { type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import { failure, type Result, success } from "../../../../shared/result.ts";
import { NOTHING_BEGUN } from "../../../engine/recovery.ts";
import type { CellInProgress } from "../../../outbox/cell-in-progress.ts";
import { makeRunId } from "../../../outbox/run-id.ts";
import type { Notebook } from "../../../state/notebook.ts";
import type { ReadingThread } from "../code/reading-thread.ts";
import { hasTrained, isFull, nextName } from "./attempts.ts";
import type { SettingComplaint } from "./settings.ts";
import { type Trial, trialOfAttempt, trialOfRow } from "./trial.ts";

type RunCell = CellOf<"run">;

/** What a cell is asked to train. */
export type Wish = {
  readonly cell: RunCell;
} /** Its class with its settings; `fresh` passes over what was trained before, because all of it would come out the same. */ & (
  | { readonly kind: "part" | "fresh" }
  /** An attempt's very runs. */
  | { readonly kind: "again"; readonly attempt: Attempt }
  /** What a closed tab left. */
  | { readonly kind: "row"; readonly taken: { readonly row: CellInProgress; readonly release: () => void } }
);

/** Why a cell did not begin: what its fields or its class lack, or that it keeps as many attempts as it may. */
export type Refusal =
  | { readonly status: "refused"; readonly complaints: readonly SettingComplaint[] }
  | { readonly status: "full" };

/** The attempt that fulfils a wish; a failure of null where there is nothing to train. */
export async function makeTrial(
  wish: Wish,
  { notebook, reader }: { readonly notebook: Notebook; readonly reader: ReadingThread },
): Promise<Result<Trial, Refusal | null>> {
  const { cell } = wish;
  if (wish.kind === "again") return success(trialOfAttempt(cell, wish.attempt));
  if (wish.kind === "row") return success(trialOfRow(cell, wish.taken.row));
  const answer = notebook.answer("run", cell);
  const assignment = notebook.assignment()?.assignment;
  const code = assignment === undefined ? null : findCell(assignment, "code", cell.model);
  if (code === null) return failure(null);
  const { source } = notebook.answer("code", code);
  const specs = await reader.specs(cell, answer.settings, { source, itemShape: code.itemShape });
  if (!specs.ok) return failure({ status: "refused", complaints: specs.error });
  if (wish.kind === "fresh" && hasTrained(answer, specs.value)) return failure(null);
  if (isFull(answer)) return failure({ status: "full" });
  const attempt = { id: makeRunId(), name: nextName(answer), settings: answer.settings };
  return success({ cell, attempt, runs: specs.value, done: [], begun: NOTHING_BEGUN });
}
