import { setTimeout as pass } from "node:timers/promises";
import { type Contender, LEFT_OUT } from "./contenders.ts";
import { buildOrder } from "./order.ts";
import { type ContenderProcess, openProcess } from "./process.ts";
import type { Trained } from "./protocol.ts";
import { type Workload, workOf } from "./workloads.ts";

/** Threads of the contender before may spin on for some 20 ms after its answer: that is nobody else's time. */
const QUIET_MS = 100;

/** Times are milliseconds of training and scoring a whole workload. */
export type Timing = {
  readonly kind: "timing";
  /** The contender's first order of this workload, before anything is warm. */
  readonly firstMs: number;
  /** Those after it, in order; empty where the first took so long that it stands alone. */
  readonly warmMs: readonly number[];
  /** One epoch was trained, and training's time multiplied by the spec's epochs. */
  readonly scaled: boolean;
  readonly runs: readonly Trained[];
};
export type Row = {
  readonly contender: Contender;
  readonly outcome: Timing | { readonly kind: "refused" | "failed"; readonly why: string };
};

export type Rounds = {
  /** Timed rounds after the first one, at least. */
  readonly rounds: number;
  /** More rounds are timed, up to so many, as long as all that were timed take less than this together. */
  readonly upTo: number;
  readonly whileBelowMs: number;
  /** A contender whose first round took longer is not asked again. */
  readonly onceAboveMs: number;
  /** A contender that is foreseen to take longer, from what it took for the same layers before, is not asked at all. */
  readonly neverAboveMs: number;
};

export type Bench = {
  measure(workload: Workload): Promise<readonly Row[]>;
  close(): void;
};

/** Keeps one process a contender, and lets them train in turns. `tell` hears what goes on. */
export function openBench(
  contenders: readonly Contender[],
  { rounds, upTo, whileBelowMs, onceAboveMs, neverAboveMs }: Rounds,
  tell: (line: string) => void,
): Bench {
  const processes = new Map<Contender, ContenderProcess>();
  /** Milliseconds a multiply-add, of the largest work of each kind of model so far. */
  const rates = new Map<string, { readonly work: number; readonly rate: number }>();

  async function time(contender: Contender, workload: Workload) {
    const process = processes.get(contender) ?? openProcess(contender.program);
    processes.set(contender, process);
    const scaled = contender.oneEpoch(workload);
    await pass(QUIET_MS);
    const answer = await process.train(buildOrder(workload, scaled));
    if ("error" in answer) throw new Error(answer.error);
    const ms = answer.trainMs * (scaled ? epochsOf(workload) : 1) + answer.scoreMs;
    return { ms, spentMs: answer.trainMs + answer.scoreMs, scaled, runs: answer.runs };
  }

  function foresee(contender: Contender, workload: Workload): number {
    if (!contender.growsWithWork) return 0;
    const epochs = contender.oneEpoch(workload) ? epochsOf(workload) : 1;
    return ((rates.get(rateKey(contender, workload))?.rate ?? 0) * workOf(workload)) / epochs;
  }

  async function measure(workload: Workload): Promise<readonly Row[]> {
    const rows: Row[] = [];
    const open: { timing: Timing & { warmMs: number[] }; contender: Contender }[] = [];
    for (const contender of contenders) {
      const foreseen = foresee(contender, workload);
      const why =
        contender.refuse(workload) ??
        (foreseen > neverAboveMs ? `about ${Math.round(foreseen / 1_000)} s` : null);
      if (why === LEFT_OUT) continue;
      if (why !== null) {
        rows.push({ contender, outcome: { kind: "refused", why } });
        continue;
      }
      tell(`${workload.name}: ${contender.name} (${contender.device}), first`);
      const timed = await time(contender, workload).catch(wordsOf);
      if (typeof timed === "string") {
        rows.push({ contender, outcome: { kind: "failed", why: timed } });
        continue;
      }
      const { ms, spentMs, scaled, runs } = timed;
      const key = rateKey(contender, workload);
      const epochs = scaled ? epochsOf(workload) : 1;
      const work = workOf(workload) / epochs;
      if (work >= (rates.get(key)?.work ?? 0)) rates.set(key, { work, rate: spentMs / work });
      const timing = { kind: "timing" as const, firstMs: ms, warmMs: [], scaled, runs };
      rows.push({ contender, outcome: timing });
      if (spentMs <= onceAboveMs) open.push({ timing, contender });
    }
    const spent = () => open.flatMap(({ timing }) => timing.warmMs).reduce((sum, ms) => sum + ms, 0);
    for (let round = 1; round <= rounds || (round <= upTo && spent() < whileBelowMs); round++) {
      tell(`${workload.name}: round ${round}`);
      for (const { timing, contender } of open) timing.warmMs.push((await time(contender, workload)).ms);
    }
    return rows;
  }

  return {
    measure,
    close() {
      for (const process of processes.values()) process.close();
    },
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.split("\n", 1).join() : String(error);
}

function rateKey({ name, device }: Contender, { specs }: Workload): string {
  const kinds = specs[0]?.model.layers.map(({ kind }) => kind).join(" ");
  return `${name} ${device} ${kinds}`;
}

function epochsOf({ specs }: Workload): number {
  return specs[0]?.epochs ?? 1;
}

/** The middle of what was timed warm; the first time where nothing was. */
export function medianMs({ firstMs, warmMs }: Timing): number {
  if (warmMs.length === 0) return firstMs;
  const sorted = warmMs.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? firstMs) + (high ?? firstMs)) / 2;
}
