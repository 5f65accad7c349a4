import { A } from "@solidjs/router";
import { For, type JSX } from "solid-js";
import type { FlaggedRun } from "../../../shared/api/flags.ts";
import { describeEngine } from "../../parts/engine-words.ts";
import { describeModel } from "../../parts/model-words.ts";
import { formatDuration, formatLoss } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { StudentName } from "./student-name.tsx";

const DEVICES = { processor: "processor", webgpu: "GPU (WebGPU)", webgl: "GPU (WebGL)" } as const;
const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const VERIFIED = {
  reproduced: "reproduced: its seed gives these weights",
  scored: "scored: the weights give these numbers",
  rejected: "rejected: the numbers that were sent are not its own",
} as const;

/** Runs side by side, a column each, and beside them what the server made of one where it trained it again. */
export function RunColumns(props: {
  caption: string;
  runs: readonly FlaggedRun[];
  again?: { readonly weightsHash: string; readonly trainMse: number; readonly testMse: number };
}) {
  const row = (name: string, cell: (run: FlaggedRun) => JSX.Element, again: JSX.Element = "") => (
    <tr>
      <th scope="row">{name}</th>
      <For each={props.runs}>{(run) => <td>{cell(run)}</td>}</For>
      {props.again === undefined ? null : <td>{again}</td>}
    </tr>
  );
  return (
    <Table caption={props.caption} captionHidden>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">what</span>
          </th>
          <For each={props.runs}>
            {({ student }) => (
              <th scope="col">
                <StudentName student={student} />
              </th>
            )}
          </For>
          {props.again === undefined ? null : <th scope="col">trained again by the server</th>}
        </tr>
      </thead>
      <tbody>
        {row("run", ({ runLink }) => (
          <A href={`/r/${runLink}`}>open the run</A>
        ))}
        {row("came", ({ receivedAt }) => (
          <time datetime={receivedAt}>{WHEN.format(new Date(receivedAt))}</time>
        ))}
        {row(
          "weights",
          ({ weightsHash }) => (
            <code title={weightsHash}>{weightsHash.slice(0, 16)}</code>
          ),
          <code title={props.again?.weightsHash}>{props.again?.weightsHash.slice(0, 16)}</code>,
        )}
        {row("model", ({ spec }) => describeModel({ spec, widths: [], seeds: [] }))}
        {row("seed", ({ spec }) => spec.seed)}
        {row("spec", ({ specId }) => (
          <code title={specId}>{specId.slice(0, 16)}</code>
        ))}
        {row("trained by", ({ engine, device, durationMs }) => {
          const how = `${describeEngine(engine)}, ${DEVICES[device]}`;
          return `${how}, in ${formatDuration(durationMs)} as it says`;
        })}
        {row("train error", ({ metrics }) => formatLoss(metrics.trainMse), again(props.again?.trainMse))}
        {row("test error", ({ metrics }) => formatLoss(metrics.testMse), again(props.again?.testMse))}
        {row("checked", ({ verification }) => VERIFIED[verification.status])}
      </tbody>
    </Table>
  );
}

function again(value: number | undefined): string {
  return value === undefined ? "" : formatLoss(value);
}
