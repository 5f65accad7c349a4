import { type Accessor, createMemo } from "solid-js";
import type { Digits } from "../../../shared/dataset/digits.ts";
import type { BenchScores, Rival } from "../../../shared/metrics/anomaly-bench.ts";
import { createAnalysis } from "../../state/analysis.ts";
import type { ViewedRun } from "../viewed-run.ts";
import { type Bench, buildBench, type Contender, findRunaway } from "./build-bench.ts";
import type { NamedSeparation } from "./roc-columns.ts";

/** What a run is compared with. */
export type RivalChoice = ViewedRun | "untrained" | null;

export type BenchState =
  | { readonly status: "working" }
  | { readonly status: "failed"; readonly message: string }
  | ({ readonly status: "done" } & KeyedBench);

/** A bench, and what tells it from others. */
export type KeyedBench = { readonly key: string; readonly bench: Bench };

type Asked = {
  readonly key: string;
  readonly run: ViewedRun;
  readonly rival: Contender | null;
  readonly against: Rival | null;
};

/** Scores a run and its rival beside the page; another digit parts the same scores anew. What was found last stays until the next is. */
export function createBench(
  asking: () => { readonly run: ViewedRun; readonly rival: RivalChoice },
  { digits, digit }: { readonly digits: Accessor<Digits>; readonly digit: Accessor<number> },
): Accessor<BenchState> {
  const asked = createMemo((): Asked => {
    const { run, rival } = asking();
    if (rival === null) return { key: run.key, run, rival, against: null };
    if (rival === "untrained") {
      const untrained = { name: `${run.name}, untrained`, spec: run.spec, isUntrained: true };
      return { key: `${run.key} untrained`, run, rival: untrained, against: { kind: "untrained" } };
    }
    const { spec, weights } = rival;
    const name = rival.name === run.name ? `${rival.name}, beside it` : rival.name;
    return {
      key: `${run.key} ${rival.key}`,
      run,
      rival: { name, spec },
      against: { kind: "run", spec, weights },
    };
  });
  const analysis = createAnalysis("bench", () => {
    const { key, run, against } = asked();
    return { key, question: { spec: run.spec, weights: run.weights, rival: against } };
  });
  const scored = createMemo<{ readonly of: Asked; readonly scores: BenchScores } | null>((last) => {
    const [now, of] = [analysis(), asked()];
    if (now.status !== "done" || now.value === null || now.key !== of.key) return last;
    return last?.scores === now.value ? last : { of, scores: now.value };
  }, null);
  const built = createMemo((): BenchState => {
    const found = scored();
    if (found === null) return { status: "working" };
    const runaway = findRunaway(found.scores);
    if (runaway !== null) {
      const which = runaway === "run" ? "this model" : "the model beside it";
      const message = `${which} ran away in training, and its errors are no numbers any more`;
      return { status: "failed", message };
    }
    const { run, rival } = found.of;
    const bench = buildBench({
      ...{ run, rival, scores: found.scores },
      digits: digits(),
      digit: digit(),
    });
    return { status: "done", key: `${found.of.key} ${digit()}`, bench };
  });
  return () => {
    const now = analysis();
    return now.status === "failed" ? now : built();
  };
}

/** AUROC and its like with their intervals, of every model and baseline of a bench; empty until they are found. */
export function createSeparations(asked: Accessor<KeyedBench | null>): Accessor<readonly NamedSeparation[]> {
  const analysis = createAnalysis("separations", () => {
    const now = asked();
    if (now === null) return null;
    const heaps = listHeaps(now.bench).map(({ heaps: { scores } }) => scores);
    return { key: now.key, question: { heaps } };
  });
  return createMemo(() => {
    const [now, of] = [analysis(), asked()];
    if (of === null || now.status !== "done" || now.key !== of.key) return [];
    return listHeaps(of.bench).flatMap(({ name, kind }, i) => {
      const separation = now.value?.[i];
      return separation === undefined ? [] : [{ name, kind, separation }];
    });
  });
}

/** All that is told apart, in the order of the table. */
export function listHeaps({ run, rival, baselines }: Bench) {
  return [
    { name: run.name, kind: "run" as const, heaps: run.heaps },
    ...(rival === null ? [] : [{ name: rival.name, kind: "rival" as const, heaps: rival.heaps }]),
    ...baselines.map(({ name, heaps }) => ({ name, kind: "baseline" as const, heaps })),
  ];
}
