import { expect, test } from "vitest";
import type { Layer } from "../../../../shared/spec/layers.ts";
import { openEngine, trainAlone, trainTogether } from "../open-engine.ts";
import { tinySpec } from "../tiny-models.ts";

const onGpu = (await openEngine("tfjs webgpu")).engine;
const onProcessor = (await openEngine("simd")).engine;

/** `count` linear layers with sizes that leave gaps between their tensors: two tensors each. */
function chain(count: number): readonly Layer[] {
  const sizes = [64, ...Array.from({ length: count - 1 }, (_, i) => 5 + i), 64];
  return Array.from({ length: count }, (_, i) => ({
    kind: "linear",
    in: sizes[i] ?? 64,
    out: sizes[i + 1] ?? 64,
  }));
}

/** More tensors than one kernel may bind on most devices. */
const deep = chain(12);
const specs = [
  tinySpec(deep, { epochs: 3 }),
  tinySpec(deep, { epochs: 3, seed: 4, optimizer: { kind: "adam", learningRate: 0.003, weightDecay: 0.1 } }),
];

test("every tensor of a deep model is updated, each run's by its own learning rate and weight decay", async () => {
  const together = await trainTogether(
    onGpu,
    specs.map((spec) => ({ spec })),
  );
  for (const [run, spec] of specs.entries()) {
    const mine = together.find((told) => told.run === run && told.event.type === "finished")?.event;
    const other = (await trainAlone(onProcessor, spec)).at(-1);
    if (mine?.type !== "finished" || other?.type !== "finished") throw new Error("not finished");
    expect(mine.weights.size).toBe(24);
    for (const [name, values] of other.weights)
      for (const [i, value] of values.entries()) expect(mine.weights.get(name)?.[i]).toBeCloseTo(value, 4);
  }
});
