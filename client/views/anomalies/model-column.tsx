import { createMemo, For, type JSX, Show } from "solid-js";
import type { Confusion } from "../../../shared/metrics/confusion.ts";
import type { Estimate } from "../../../shared/metrics/separation.ts";
import { DigitStrip } from "../../parts/digit-strip.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { Table } from "../../parts/table.tsx";
import type { BenchModel } from "./build-bench.ts";
import { cutImage } from "./cut-image.ts";
import { describeSeparation, formatInterval, formatRate, formatShare } from "./words.ts";

/** One model on the bench: its verdict, what it makes of typical images, its scores, and what a threshold makes of those. */
export function ModelColumn(props: {
  model: BenchModel;
  digit: number;
  labels: Uint8Array;
  typical: readonly number[];
  auroc: Estimate | null;
  confusion: Confusion;
  /** How the threshold came about, or how it is moved. */
  hint: string;
  /** The panel. */
  children: JSX.Element;
}) {
  const verdict = createMemo(() => describeSeparation(props.model, props.digit, props.auroc));
  const shown = createMemo(() =>
    props.typical.map((place) => ({
      label: props.labels[place] ?? 0,
      image: cutImage(props.model.images, place),
      reconstruction: cutImage(props.model.reconstructions, place),
      error: props.model.errors[place] ?? 0,
    })),
  );
  return (
    <section class="bench-model" aria-label={props.model.name}>
      <div class="bench-verdict">
        <p class="bench-name">{props.model.name}</p>
        <p class="bench-auroc">
          <b>{formatRate(props.model.heaps.scores.auroc)}</b> AUROC
          <Show when={props.auroc}>
            {(found) => <span class="bench-auroc-interval"> 95 % interval {formatInterval(found())}</span>}
          </Show>
        </p>
        <p class="bench-headline">{verdict().headline}</p>
      </div>
      <p class="bench-why">{verdict().why}</p>
      <DigitStrip examples={shown()} range={rangeOf(props.model.images)} errors />
      {props.children}
      <p class="bench-hint muted">{props.hint}</p>
      <ConfusionTable confusion={props.confusion} digit={props.digit} name={props.model.name} />
    </section>
  );
}

function ConfusionTable(props: { confusion: Confusion; digit: number; name: string }) {
  const rows = () => {
    const { accepted, falseAlarms, found, missed } = props.confusion;
    return [
      {
        name: `digit ${props.digit}`,
        cells: [
          { is: "wrong", word: "false alarms", count: falseAlarms, of: accepted + falseAlarms },
          { is: "right", word: "accepted", count: accepted, of: accepted + falseAlarms },
        ],
      },
      {
        name: "other digits",
        cells: [
          { is: "right", word: "found", count: found, of: found + missed },
          { is: "wrong", word: "missed", count: missed, of: found + missed },
        ],
      },
    ];
  };
  return (
    <Table caption={`What the threshold makes of the images, ${props.name}`} captionHidden>
      <thead>
        <tr>
          <th>
            <span class="unseen">Images</span>
          </th>
          <th data-number>alarm</th>
          <th data-number>no alarm</th>
        </tr>
      </thead>
      <tbody>
        <For each={[0, 1]}>
          {(row) => (
            <tr>
              <th>{rows()[row]?.name}</th>
              <For each={[0, 1]}>
                {(column) => {
                  const cell = () => rows()[row]?.cells[column] ?? { is: "", word: "", count: 0, of: 1 };
                  return (
                    <td class="bench-cell" data-number data-is={cell().is}>
                      <b>{formatNumber(cell().count)}</b>
                      <span class="bench-word">
                        {cell().word}, {formatShare(cell().count, cell().of)}
                      </span>
                    </td>
                  );
                }}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </Table>
  );
}
