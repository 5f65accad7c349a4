import { createMemo, For, Show } from "solid-js";
import { type Estimate, REPLICATES } from "../../../shared/metrics/separation.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { Plot } from "../../plot/plot.tsx";
import { ViewFrame } from "../view-frame.tsx";
import type { Bench } from "./build-bench.ts";
import { listHeaps } from "./create-bench.ts";
import { buildRocColumns, type NamedSeparation } from "./roc-columns.ts";
import { formatInterval, formatRate } from "./words.ts";

/** Every model and baseline in numbers with their intervals, and their ROC curves. */
export function Numbers(props: { bench: Bench; separations: readonly NamedSeparation[] }) {
  const rows = createMemo(() =>
    listHeaps(props.bench).map(({ name, kind }, i) => ({
      ...{ name, kind },
      separation: props.separations[i]?.separation ?? null,
    })),
  );
  return (
    <>
      <ViewFrame
        question="Is that better than no training at all?"
        headingLevel={4}
        look={`${sayBaselines(props.bench)} An interval holds 95 % of ${formatNumber(REPLICATES)} bootstrap samples of both heaps: where two overlap, the models may be equally good.`}
      >
        <Table caption="How well each tells them apart, with the 95 % interval" captionHidden>
          <thead>
            <tr>
              <th>scored by</th>
              <th data-number>AUROC</th>
              <th data-number>found at 1 % false alarms</th>
              <th data-number>d′</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {({ name, kind, separation }) => (
                <tr data-baseline={kind === "baseline" ? "" : undefined}>
                  <th>{name}</th>
                  <For each={["auroc", "tprAt1Fpr", "dPrime"] as const}>
                    {(number) => (
                      <td data-number>
                        <EstimateCell estimate={separation?.[number] ?? null} />
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </Table>
      </ViewFrame>
      <Plot
        question="How many are found for how many false alarms?"
        headingLevel={4}
        columns={buildRocColumns(props.separations)}
        x={{ name: `false alarms (% of the images of a ${props.bench.digit})`, symbol: "false alarms (%)" }}
        y={{ name: "found (% of the other digits)", format: "number" }}
        file="roc"
        note={`Band: 95 % of ${formatNumber(REPLICATES)} bootstrap samples. AUROC is the area below a line.`}
        empty={<p>The curves will be drawn here.</p>}
        see={
          <p>
            Each threshold is one point. A line that hugs the upper left corner finds nearly all anomalies
            before the first false alarm; one along the diagonal is a coin. d′ is how many standard deviations
            the middles of the heaps lie apart.
          </p>
        }
      />
    </>
  );
}

/** PCA has no row where it would keep every image. */
function sayBaselines({ baselines }: Bench): string {
  return baselines.length > 1
    ? "PCA of the same width and the mean image know the same train images and need no gradient."
    : "The mean image knows the same train images and needs no gradient; PCA of the same width would keep every image, and has no row.";
}

function EstimateCell(props: { estimate: Estimate | null }) {
  return (
    <Show when={props.estimate} fallback="…">
      {(found) => (
        <>
          {formatRate(found().value)} <span class="bench-interval">{formatInterval(found())}</span>
        </>
      )}
    </Show>
  );
}
