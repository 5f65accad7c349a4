import { openKernels } from "../../../../client/command/kernels-in-node.ts";
import { trainSweep } from "../../../../client/engine/train-sweep.ts";
import { specsOf } from "../../../../client/pages/homework/runs/specs.ts";
import { collectReport, type ReportSources } from "../../../../client/pages/report/collect-report.ts";
import type { ReportContent } from "../../../../client/pages/report/report-content.ts";
import type { RunUpload } from "../../../../shared/api/runs.ts";
import {
  type Answer,
  type Answers,
  type Attempt,
  COVER,
  type RunSettings,
} from "../../../../shared/assignment/answers.ts";
import { type CellOf, findCell } from "../../../../shared/assignment/assignment.ts";
import { BUILT_IN_HOMEWORK } from "../../../../shared/assignment/homework/index.ts";
import { scoreAnomalies } from "../../../../shared/metrics/anomaly-scores.ts";
import type { Weights } from "../../../../shared/model/weights.ts";
import { failure, success } from "../../../../shared/result.ts";
import { testFloors } from "../../../../shared/training/pca-floor.ts";
import { digits } from "../../../shared/digits.ts";
import { readFixtures } from "../../pytorch/fixtures.ts";

/** What a student does: classes by code cell, settings by run cell (those named are run), and every other answer as it is. */
export type Solution = {
  readonly code: Readonly<Record<string, string>>;
  readonly runs: Readonly<Record<string, RunSettings>>;
  readonly answers?: Readonly<Record<string, Answer>>;
};

/** A run as the page has it once it is trained. */
export type Trained = {
  readonly upload: RunUpload;
  readonly weights: Weights;
};
export type Solved = { readonly answers: Answers; readonly runs: ReadonlyMap<string, Trained> };

/** A class of test/client/pytorch/accepted. */
export function acceptedClass(name: string): string {
  return readSource("accepted", name);
}

/** A Dataset of test/client/pytorch/datasets. */
export function acceptedDataset(name: string): string {
  return readSource("datasets", name);
}

function readSource(folder: "accepted" | "datasets", name: string): string {
  const found = readFixtures(folder).find((fixture) => fixture.name === name);
  if (found === undefined) throw new TypeError(`there is no class ${name} in ${folder}`);
  return found.source;
}

/** Does the built-in homework as the page would: reads the classes, trains on the processor, answers. */
export async function solveHomework({ code, runs, answers = {} }: Solution): Promise<Solved> {
  const answered = new Map<string, Answer>(Object.entries(answers));
  for (const [cell, source] of Object.entries(code)) answered.set(cell, { kind: "code", source });
  const trained = new Map<string, Trained>();
  for (const [id, settings] of Object.entries(runs)) {
    const attempt = await trainCell(id, settings, code, trained);
    answered.set(id, { kind: "run", settings, attempts: [attempt], pinned: null });
  }
  return { answers: answered, runs: trained };
}

async function trainCell(
  id: string,
  settings: RunSettings,
  code: Solution["code"],
  trained: Map<string, Trained>,
): Promise<Attempt> {
  const cell = runCell(id);
  const model = findCell(BUILT_IN_HOMEWORK, "code", cell.model);
  const specs = specsOf(cell, settings, {
    source: code[cell.model] ?? "",
    itemShape: model?.itemShape ?? [1, 64],
  });
  if (!specs.ok) throw new TypeError(specs.error.map(({ message }) => message).join(" "));
  const runs: Attempt["runs"] = [];
  let choice: Pick<RunUpload, "engine" | "device"> = { engine: "simd", device: "processor" };
  for await (const { run, event } of trainSweep({
    runs: specs.value.map(({ spec }, run) => ({ run, spec, from: null })),
    preference: "auto",
    snapshots: false,
    checkpoints: null,
    checks: new Map(),
    signal: new AbortController().signal,
    digits,
    listDevices: async () => [],
    openKernels: async () => openKernels(),
  })) {
    const one = specs.value[run];
    if (event.type === "failed") throw new Error(event.message);
    if (event.type === "started") choice = { engine: event.engine, device: event.device };
    if (event.type !== "finished" || one === undefined) continue;
    const { metrics, history, weights, durationMs } = event;
    runs[run] = { id: crypto.randomUUID(), ...one, metrics };
    const upload = { spec: one.spec, ...choice, history, metrics, durationMs };
    trained.set(runs[run].id, { upload, weights });
  }
  return { id: crypto.randomUUID(), name: "Attempt 1", at: 0, settings, runs, failed: [] };
}

/** What a page would read of these runs, when every one of them is with the class. */
export function sourcesOf({ answers, runs }: Solved): ReportSources {
  return {
    assignment: BUILT_IN_HOMEWORK,
    answers,
    digits,
    async readRun({ id }) {
      const run = runs.get(id);
      if (run === undefined) return failure("This run is neither on this device nor with the class.");
      return success({
        trainLoss: run.upload.history.trainLoss,
        metrics: null,
        verification: { status: "reproduced" },
        link: `https://lab.example/r/${id.slice(0, 8)}`,
        readWeights: async () => success(run.weights),
      });
    },
    findFloors: async (dataset) => testFloors(dataset, digits),
    findScores: async (question) => scoreAnomalies({ ...question, digits }),
  };
}

export function reportOf(solved: Solved): Promise<ReportContent> {
  return collectReport(sourcesOf(solved), () => {});
}

function runCell(id: string): CellOf<"run"> {
  const cell = findCell(BUILT_IN_HOMEWORK, "run", id);
  if (cell === null) throw new TypeError(`the homework has no run cell ${id}`);
  return cell;
}

export const SIGNED: Readonly<Record<string, Answer>> = {
  [COVER]: { kind: "cover", firstName: "Ada", lastName: "Lovelace", honour: true },
};
