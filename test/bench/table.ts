import { agreementOf } from "./agreement.ts";
import type { Verdict } from "./goals.ts";
import type { Machine } from "./machine.ts";
import { medianMs, type Row, type Timing } from "./measure.ts";
import type { Scale, Workload } from "./workloads.ts";

const HEADINGS = ["", "on", "first", "median", "least", "most", "runs", "numbers"];
const SCALED = "~ too slow for all epochs: one was trained, and its time multiplied by their number";

export function machineLine({ cpu, cores, system, node, torch, versions }: Machine): string {
  const python =
    torch === null
      ? "no python3 with torch"
      : `torch ${torch.version} with ${torch.blas} on ${torch.threads} threads`;
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return [`${cpu}, ${cores} cores`, system, `node ${node}`, python, ...peers].join("; ");
}

/** A workload's rows, a contender each, for a terminal. */
export function workloadTable({ title }: Workload, rows: readonly Row[]): string {
  const pytorch = timingOfPytorch(rows);
  const lines = rows.map((row): readonly string[] => {
    const { contender, outcome } = row;
    if (outcome.kind !== "timing") {
      const what = outcome.kind === "failed" ? "FAILED" : "not run";
      return [contender.name, contender.device, `${what}: ${outcome.why}`];
    }
    const { firstMs, warmMs, scaled } = outcome;
    const mark = scaled ? "~" : "";
    const cell = (ms: number) => `${mark}${milliseconds(ms)}`;
    const spread = warmMs.length === 0 ? ["", ""] : [cell(Math.min(...warmMs)), cell(Math.max(...warmMs))];
    const count = warmMs.length === 0 ? "once" : `${warmMs.length}`;
    return [
      contender.name,
      contender.device,
      scaled && warmMs.length > 0 ? "" : cell(firstMs), // compiling does not grow with the epochs
      cell(medianMs(outcome)),
      ...spread,
      count,
      agreementOf(row, outcome, pytorch),
    ];
  });
  const hasScaled = rows.some(({ outcome }) => outcome.kind === "timing" && outcome.scaled);
  const legend = hasScaled ? `\n  ${SCALED}` : "";
  return `${title}\n${align([HEADINGS, ...lines])}${legend}`;
}

/** A scale's medians: a contender each row, a size each column. */
export function scaleTable({ title, sizes }: Scale, columns: readonly (readonly Row[])[]): string {
  const names = new Set(
    columns
      .flat()
      .filter(isTimed)
      .map(({ contender }) => `${contender.name}\n${contender.device}`),
  );
  const lines = Array.from(names, (key) => {
    const [name = "", device = ""] = key.split("\n");
    const cells = columns.map((rows) => {
      const row = rows.find(({ contender }) => contender.name === name && contender.device === device);
      if (row === undefined) return "";
      if (row.outcome.kind !== "timing") return row.outcome.kind === "failed" ? "FAILED" : "too slow";
      return `${row.outcome.scaled ? "~" : ""}${milliseconds(medianMs(row.outcome))}`;
    });
    return [name, device, ...cells];
  });
  return `${title}\n${align([["", "on", ...sizes.map(({ name }) => name)], ...lines])}`;
}

export function goalLines(verdicts: readonly Verdict[]): string {
  return ["Goals", ...verdicts.map(({ sentence }) => `  ${sentence}`)].join("\n");
}

export function timingOfPytorch(rows: readonly Row[]): Timing | null {
  const outcome = rows.find(({ contender }) => contender.name.startsWith("PyTorch"))?.outcome;
  return outcome?.kind === "timing" ? outcome : null;
}

function isTimed({ outcome }: Row): boolean {
  return outcome.kind === "timing";
}

function milliseconds(ms: number): string {
  const digits = ms < 10 ? 2 : ms < 1_000 ? 1 : 0;
  return `${ms.toFixed(digits)} ms`;
}

/** Names to the left, figures to the right; a line's last cell may be of any length. */
function align(lines: readonly (readonly string[])[]): string {
  const columns = Math.max(...lines.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, i) =>
    Math.max(
      ...lines.map((line) => (i < line.length - 1 || line.length === columns ? (line[i] ?? "").length : 0)),
    ),
  );
  return lines
    .map((line) =>
      line
        .map((cell, i) =>
          i < 2 || i === columns - 1 || i === line.length - 1
            ? cell.padEnd(widths[i] ?? 0)
            : cell.padStart(widths[i] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join("\n");
}
