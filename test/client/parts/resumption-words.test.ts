import { expect, test } from "vitest";
import { buildLog, sayResumption } from "../../../client/parts/resumption-words.ts";

const lost = { epoch: 1, engine: "simd", device: "processor", after: "lostDevice" } as const;

test("a place where a run went on is told with its epoch, what trains it now, and why", () => {
  expect(sayResumption(lost)).toBe(
    "Went on after epoch 1 on your processor, because the GPU stopped answering.",
  );
  expect(sayResumption({ ...lost, epoch: 0, device: "webgpu", after: "notFinite" })).toBe(
    "Began again on your GPU (WebGPU), because the GPU gave a loss that was no number.",
  );
});

test("the log is the course's, with a line where the run went on", () => {
  expect(buildLog([1.12144, 0.9], [])).toBe("Epoch: 0 | Train loss: 1.1214\nEpoch: 1 | Train loss: 0.9000");
  expect(buildLog([1, 0.9], [lost]).split("\n")).toEqual([
    "Epoch: 0 | Train loss: 1.0000",
    `# ${sayResumption(lost)}`,
    "Epoch: 1 | Train loss: 0.9000",
  ]);
});
