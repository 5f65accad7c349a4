import { listNodeDevices } from "../../client/command/node-devices.ts";
import { agreementOf } from "./agreement.ts";
import { type Options, parseOptions, USAGE } from "./arguments.ts";
import { listContenders } from "./contenders.ts";
import { GOALS, judge, type Verdict } from "./goals.ts";
import { findTorch, readMachine } from "./machine.ts";
import { medianMs, openBench, type Rounds, type Row } from "./measure.ts";
import { goalLines, machineLine, scaleTable, timingOfPytorch, workloadTable } from "./table.ts";
import { SCALES, WORKLOADS } from "./workloads.ts";

const FULL: Rounds = {
  rounds: 5,
  upTo: 15,
  whileBelowMs: 120_000,
  onceAboveMs: 45_000,
  neverAboveMs: 120_000,
};
const QUICK: Rounds = { rounds: 2, upTo: 2, whileBelowMs: 0, onceAboveMs: 5_000, neverAboveMs: 10_000 };

/** `npm run bench`: progress on standard error, the tables or one JSON object on standard output. */
async function main(options: Options): Promise<void> {
  const torch = findTorch();
  const machine = readMachine(torch);
  const contenders = listContenders(await listNodeDevices("webgpu"), torch, options);
  const say = (text: string) => options.json || process.stdout.write(`${text}\n\n`);
  const bench = openBench(contenders, options.quick ? QUICK : FULL, (line) =>
    process.stderr.write(`${line}\n`),
  );
  // Ctrl-C reaches the contenders too; whoever else ends this process leaves none behind.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.once(signal, () => {
      bench.close();
      process.exit(130);
    });
  }
  const wanted = ({ name }: { readonly name: string }) =>
    options.only.length === 0 || options.only.includes(name);
  const measured = new Map<string, readonly Row[]>();
  const verdicts: Verdict[] = [];
  try {
    say(machineLine(machine));
    if (options.quick) say("Quick: two timed rounds, too few to quote.");
    for (const workload of WORKLOADS.filter(wanted)) {
      const rows = await bench.measure(workload);
      measured.set(workload.name, rows);
      verdicts.push(
        ...GOALS.filter((goal) => goal.workload === workload.name).map((goal) => judge(goal, rows)),
      );
      say(workloadTable(workload, rows));
    }
    for (const scale of SCALES.filter(wanted)) {
      const columns: (readonly Row[])[] = [];
      for (const size of scale.sizes) columns.push(await bench.measure(size));
      for (const [i, rows] of columns.entries()) measured.set(scale.sizes[i]?.title ?? "", rows);
      say(scaleTable(scale, columns));
    }
    const isFailure = ({ outcome }: Row) => outcome.kind === "failed";
    if (Array.from(measured.values()).flat().some(isFailure)) process.exitCode = 1;
    if (verdicts.length > 0) say(goalLines(verdicts));
    if (options.json)
      process.stdout.write(`${JSON.stringify(report({ machine, options, measured, verdicts }))}\n`);
  } finally {
    bench.close();
  }
}

function report({
  machine,
  options,
  measured,
  verdicts,
}: {
  machine: ReturnType<typeof readMachine>;
  options: Options;
  measured: ReadonlyMap<string, readonly Row[]>;
  verdicts: readonly Verdict[];
}) {
  const workloads = Array.from(measured, ([name, rows]) => ({
    name,
    rows: rows.map((row) => rowReport(row, rows)),
  }));
  return { machine, quick: options.quick, workloads, goals: verdicts };
}

function rowReport(row: Row, rows: readonly Row[]) {
  const { contender, outcome } = row;
  const who = { contender: contender.name, device: contender.device };
  if (outcome.kind !== "timing") return { ...who, [outcome.kind]: outcome.why };
  const { firstMs, warmMs, scaled } = outcome;
  const numbers = agreementOf(row, outcome, timingOfPytorch(rows));
  return {
    ...who,
    firstMs,
    medianMs: medianMs(outcome),
    warmMs,
    fromOneEpoch: scaled,
    numbers,
    runs: outcome.runs,
  };
}

const options = parseOptions(process.argv.slice(2));
if (!options.ok) {
  process.stderr.write(`bench: ${options.error}\n\n${USAGE}`);
  process.exitCode = 2;
} else if (options.value.help) {
  process.stdout.write(USAGE);
} else {
  try {
    await main(options.value);
  } catch (error) {
    process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
