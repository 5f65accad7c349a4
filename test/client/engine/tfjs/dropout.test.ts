import { expect, test } from "vitest";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { readReference } from "../../../shared/reference.ts";
import "./node.ts";

const tf = await import("@tensorflow/tfjs-core");
const { useBackend } = await import("../../../../client/engine/tfjs/backends.ts");
const { makeMasks } = await import("../../../../client/engine/tfjs/dropout.ts");
await useBackend("cpu");

const layers: ExperimentSpec["model"]["layers"] = [
  { kind: "conv2d", in: 1, out: 4, kernel: 3, padding: 1 },
  { kind: "dropout", p: 0.25 },
  { kind: "conv2d", in: 4, out: 1, kernel: 3, padding: 1 },
];
const spec = { ...readReference("cae-1").spec, model: { layers, latentAfter: 0 } };

/** The masks of the first two steps of 100 images. */
function drawTwo(seed: number): Float32Array[] {
  const { draw } = makeMasks([{ ...spec, seed }]);
  return [1, 2].map(() =>
    tf.tidy(() => {
      const masks = draw(100);
      expect([...masks.keys()]).toEqual([1]);
      expect(masks.get(1)?.shape).toEqual([1, 100, 8 * 8 * 4]);
      return Float32Array.from(masks.get(1)?.dataSync() ?? []);
    }),
  );
}

test("a mask drops a share p and scales the rest by 1 / (1 - p)", () => {
  const [mask = new Float32Array()] = drawTwo(0);
  expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / 0.75)]));
  expect(mask.filter((value) => value === 0).length / mask.length).toBeCloseTo(0.25, 2);
});

test("masks are a function of the seed and the step", () => {
  const [first, second] = drawTwo(0);
  expect(drawTwo(0)).toEqual([first, second]);
  expect(second).not.toEqual(first);
  expect(drawTwo(1)[0]).not.toEqual(first);
});
