import { Show } from "solid-js";
import type { Attempt } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { Button } from "../../../parts/button.tsx";
import { listDifferences } from "../../../parts/differences.ts";
import { formatLoss } from "../../../parts/numbers.ts";
import { When } from "../../../parts/when.tsx";
import { keyNumber } from "./attempt-table.tsx";
import { nameRun } from "./name-run.ts";
import { settle, settledValue } from "./settings.ts";

/** One attempt: its name, when it was, what differs in it from what was asked, and its number. */
export function AttemptRow(props: {
  cell: CellOf<"run">;
  attempt: Attempt;
  counts: boolean;
  isPinned: boolean;
  isOnly: boolean;
  isShown: boolean;
  isCompared: boolean;
  onShow: () => void;
  onRename: (name: string) => void;
  onPin: () => void;
  onCompare: () => void;
  onDelete: () => void;
}) {
  const differences = () => describeDifferences(props.cell, props.attempt);
  const name = () => props.attempt.name;
  return (
    <li class="attempt" data-counts={props.counts ? "" : undefined}>
      <input
        class="input attempt-name"
        aria-label="Name of the attempt"
        maxLength={80}
        value={name()}
        onChange={(event) => {
          const typed = event.currentTarget.value.trim();
          if (typed === "") event.currentTarget.value = name();
          else props.onRename(typed);
        }}
      />
      <p class="attempt-facts">
        <Show when={props.counts}>
          <b class="attempt-counts">counts</b>
        </Show>
        <span class="number">{describeNumber(props.attempt)}</span>
        <span class="muted">
          <When at={new Date(props.attempt.at).toISOString()} />, {differences()}
        </span>
      </p>
      <span class="attempt-actions">
        <Show when={!props.isOnly}>
          <Button
            kind="quiet"
            aria-label={`Show ${name()}`}
            aria-pressed={props.isShown}
            onClick={() => props.onShow()}
          >
            Show
          </Button>
          <Button
            kind="quiet"
            aria-label={`Compare with ${name()}`}
            aria-pressed={props.isCompared}
            disabled={props.isShown && !props.isCompared}
            onClick={() => props.onCompare()}
          >
            Compare
          </Button>
          <Button
            kind="quiet"
            aria-label={`Count this one: ${name()}`}
            aria-pressed={props.isPinned}
            onClick={() => props.onPin()}
          >
            Count this one
          </Button>
        </Show>
        <Button kind="quiet" aria-label={`Delete ${name()}`} onClick={() => props.onDelete()}>
          Delete
        </Button>
      </span>
    </li>
  );
}

function describeDifferences(cell: CellOf<"run">, { settings }: Attempt): string {
  const sweepOf = (changed: Attempt["settings"]) => ({
    spec: settle(cell, changed),
    widths: [...settledValue(cell, changed, "widths")],
    seeds: [],
  });
  const differences = listDifferences(sweepOf(settings), sweepOf({}));
  return differences.length === 0 ? "as asked" : differences.join(", ");
}

/** `AUROC 0.9954`, `test loss 0.1126 at h = 200`. */
function describeNumber({ runs }: Attempt): string {
  const last = runs.at(-1);
  const value = keyNumber(last ?? null);
  if (last === undefined || value === undefined) return "no numbers";
  const what = last.metrics.auroc === undefined ? "test loss" : "AUROC";
  const where = runs.length > 1 ? ` at ${nameRun(last.spec, last.width)}` : "";
  return `${what} ${formatLoss(value)}${where}`;
}
