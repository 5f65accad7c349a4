import { describe, expect, test } from "vitest";
import type { RunEvent } from "../../../../client/engine/events.ts";
import { groupRuns } from "../../../../client/engine/group-runs.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import type { Layer } from "../../../../shared/spec/layers.ts";
import { worstRelative } from "../../../shared/reference.ts";
import { openEngine, trainAlone, trainTogether } from "../open-engine.ts";
import { TINY_MODELS, tinySpec } from "../tiny-models.ts";
import { countTensors } from "./count-tensors.ts";

const linear = TINY_MODELS["linear layers"] ?? [];
const dropped: Layer[] = linear.flatMap((layer, index) =>
  index === 0 ? [layer, { kind: "dropout", p: 0.5 }] : [layer],
);
const random = (seed: number) => ({ kind: "random", testFraction: 0.98, seed }) as const;

/** Three runs of a model: seeds of their own and, where `changes` says so, more. */
function three(layers: readonly Layer[], changes: (run: number) => Partial<ExperimentSpec> = () => ({})) {
  return [0, 1, 2].map((seed) => tinySpec(layers, { seed, epochs: 3, ...changes(seed) }));
}

const groups: Record<string, readonly ExperimentSpec[]> = {
  ...Object.fromEntries(Object.entries(TINY_MODELS).map(([name, layers]) => [name, three(layers)])),
  "small batches, each in its own order": three(linear, () => ({ batchSize: 15 })),
  "small batches of images of their own": three(linear, (run) => ({
    batchSize: 15,
    dataset: { id: "digits", scaling: "unit", split: random(run) },
  })),
  "splits and scalings of their own": three(TINY_MODELS["two convolutions"] ?? [], (run) => ({
    dataset: { id: "digits", scaling: run === 1 ? "standardize" : "unit", split: random(run) },
  })),
  "learning rates, weight decays and penalties of their own": three(linear, (run) => ({
    optimizer: { kind: "adam", learningRate: 0.001 * (run + 1), weightDecay: 0.1 * run },
    loss: { kind: "mse", latentL1: 0.1 * (run + 1) },
  })),
  "dropout masks of their own": three(dropped),
};

/** A GPU in software takes seconds for each. */
const inSoftware = ["linear layers", "two convolutions", "small batches, each in its own order"];

describe.each([
  ["tfjs cpu", "", Object.entries(groups)],
  ["tfjs webgpu", " @whole", Object.entries(groups).filter(([group]) => inSoftware.includes(group))],
] as const)("%s: three runs together have the numbers that they have alone%s:", (name, _often, some) => {
  test.each(some)("%s", async (_, specs) => {
    const { engine } = await openEngine(name);
    const runs = specs.map((spec) => ({ spec }));
    const [first, ...others] = runs;
    if (first === undefined) throw new Error("no runs");
    expect(groupRuns(first, others)).toEqual(runs);
    const before = countTensors();
    const together = await trainTogether(engine, runs);
    expect(countTensors()).toBe(before);
    for (const [run, spec] of specs.entries()) {
      const alone = (await trainAlone(engine, spec)).map((event) => ({ run, event }));
      const own = together.filter((told) => told.run === run);
      expect(own.map(({ event }) => event.type)).toEqual(alone.map(({ event }) => event.type));
      expect(worstRelative(losses(own), losses(alone))).toBeLessThan(1e-5);
      expect(worstRelative(metrics(own), metrics(alone))).toBeLessThan(1e-4);
    }
  });

  test("though one of them diverges, which is told at once and ends it alone", async () => {
    const { engine } = await openEngine(name);
    const deep: Layer[] = [
      { kind: "linear", in: 64, out: 2 },
      ...Array.from({ length: 9 }, (): Layer => ({ kind: "linear", in: 2, out: 2 })),
      { kind: "linear", in: 2, out: 64 },
    ];
    const specs = three(deep, (run) => ({
      optimizer: { kind: "adam", learningRate: run === 1 ? 1e6 : 0.001, weightDecay: 0 },
    }));
    const together = await trainTogether(
      engine,
      specs.map((spec) => ({ spec })),
    );
    const lost = together.filter(({ run }) => run === 1).map(({ event }) => event.type);
    expect(lost.slice(0, 2)).toEqual(["started", "epoch"]);
    expect([lost.length < 3 + 2, lost.at(-1)]).toEqual([true, "failed"]);
    for (const run of [0, 2]) {
      const alone = (await trainAlone(engine, specs[run] ?? tinySpec(deep))).map((event) => ({
        run,
        event,
      }));
      expect(worstRelative(losses(together.filter((told) => told.run === run)), losses(alone))).toBeLessThan(
        1e-5,
      );
    }
  });

  test("checkpoints of a group, from which it goes on together to the same numbers", async () => {
    const { engine } = await openEngine(name);
    const specs = three(linear, () => ({ batchSize: 15, epochs: 6 }));
    const whole = await trainTogether(
      engine,
      specs.map((spec) => ({ spec })),
    );
    const stopping = new AbortController();
    const begun: RunEvent[] = [];
    const options = {
      signal: stopping.signal,
      snapshots: false,
      checkpoints: { everyMs: 1e9, ofEnd: true },
    };
    for await (const told of engine.trainTogether?.(
      specs.map((spec) => ({ spec })),
      options,
    ) ?? []) {
      begun.push(told);
      if (told.event.type === "epoch" && told.event.epoch === 1) stopping.abort();
    }
    const resumed = specs.map((spec, run) => {
      const kept = begun.find((told) => told.run === run && told.event.type === "checkpoint")?.event;
      if (kept?.type !== "checkpoint") throw new Error("no checkpoint");
      return { spec, from: { checkpoint: kept.checkpoint, after: "stop" as const } };
    });
    const [first, ...others] = resumed;
    if (first === undefined) throw new Error("no runs");
    expect(groupRuns(first, others)).toEqual(resumed);
    const rest = await trainTogether(engine, resumed);
    for (const run of [0, 1, 2]) {
      const [own, expected] = [rest, whole].map((events) => events.filter((told) => told.run === run));
      expect(own?.[0]?.event.type).toBe("resumed");
      expect(finished(own ?? []).history.trainLoss).toEqual(finished(expected ?? []).history.trainLoss);
    }
  });
});

function losses(told: readonly RunEvent[]): readonly number[] {
  return told.flatMap(({ event }) => (event.type === "epoch" ? [event.trainLoss] : []));
}

function metrics(told: readonly RunEvent[]): readonly number[] {
  return Object.values(finished(told).metrics);
}

function finished(told: readonly RunEvent[]) {
  const last = told.at(-1)?.event;
  if (last?.type !== "finished") throw new Error(`expected finished, got ${JSON.stringify(last)}`);
  return last;
}
