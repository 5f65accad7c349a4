import { describe, expect, it } from "vitest";
import { isFiniteRun, KeptContents, KeptRun } from "../../../client/outbox/kept-run.ts";
import { uuidOf } from "../../../client/outbox/run-id.ts";
import { RunId } from "../../../shared/api/runs.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";

const spec = BUILT_IN_PROBLEMS[0]?.sweep.spec;
const run = {
  id: "8a4c9a52-1c5f-4c4e-9d5e-0f2f6b1f3a10",
  keptAt: 1_800_000_000_000,
  spec,
  engine: "moments",
  device: "processor",
  metrics: { trainMse: 0.3, testMse: 0.31, randomMse: 1.2 },
  durationMs: 12,
  state: { status: "local", why: "noCourse" },
};

describe("a row of the outbox", () => {
  it("is read back as it was written", () => {
    expect(KeptRun.parse(structuredClone(run))).toEqual(run);
  });

  it("is refused when its spec is none, as an older version may have left it", () => {
    expect(KeptRun.safeParse({ ...run, spec: { version: 0 } }).success).toBe(false);
  });

  it("holds a diverged run too", () => {
    const metrics = { trainMse: Number.NaN, testMse: Number.POSITIVE_INFINITY, randomMse: 1 };
    expect(KeptRun.safeParse({ ...run, metrics }).success).toBe(true);
  });

  it("keeps weights as bytes, and nothing else in their place", () => {
    const contents = { id: run.id, history: { trainLoss: [1, Number.NaN] }, weights: new Uint8Array([1, 2]) };
    expect(KeptContents.parse(structuredClone(contents))).toEqual(contents);
    expect(KeptContents.safeParse({ ...contents, weights: [1, 2] }).success).toBe(false);
  });
});

describe("a run counts as diverged", () => {
  const history = { trainLoss: [1.1, 0.9] };
  it.each([
    ["a loss is NaN", run.metrics, { trainLoss: [1.1, Number.NaN] }],
    ["a metric is infinite", { ...run.metrics, testMse: Number.POSITIVE_INFINITY }, history],
  ])("when %s", (_, metrics, losses) => {
    expect(isFiniteRun({ metrics, history: losses })).toBe(false);
  });

  it("only then, also where there is no auroc", () => {
    expect(isFiniteRun({ metrics: { ...run.metrics, auroc: undefined }, history })).toBe(true);
  });
});

describe("an id made without crypto.randomUUID", () => {
  it("is one that the server takes, whatever the bytes", () => {
    for (const byte of [0, 127, 255]) {
      expect(RunId.safeParse(uuidOf(new Uint8Array(16).fill(byte))).success).toBe(true);
    }
    expect(uuidOf(new Uint8Array(16))).not.toBe(uuidOf(new Uint8Array(16).fill(1)));
  });
});
