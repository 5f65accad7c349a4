import { expect, test } from "vitest";
import * as z from "zod/mini";
import { agreementOf } from "../bench/agreement.ts";
import type { Contender } from "../bench/contenders.ts";
import { judge } from "../bench/goals.ts";
import type { Row, Timing } from "../bench/measure.ts";
import { runTool } from "./run-tool.ts";

const RowReport = z.object({
  contender: z.string(),
  device: z.string(),
  warmMs: z.optional(z.array(z.number())),
  numbers: z.optional(z.string()),
  refused: z.optional(z.string()),
});
const Report = z.object({
  quick: z.boolean(),
  workloads: z.array(z.object({ name: z.string(), rows: z.array(RowReport) })),
});

test("npm run bench trains a workload with every contender that is here, and sees that each did the work @whole", async () => {
  const { code, output } = await runTool("tools/bench.mjs", {
    args: ["--only", "problem-3", "--quick", "--json"],
  });
  expect(code).toBe(0);
  const json = output.split("\n").find((line) => line.startsWith("{")) ?? "";
  const { quick, workloads } = Report.parse(JSON.parse(json));
  expect(quick).toBe(true);
  expect(workloads.map(({ name }) => name)).toEqual(["problem-3"]);
  const rows = workloads[0]?.rows ?? [];
  for (const name of ["Latent Lab", "Latent Lab, simd", "jax-js"]) {
    expect(rows.find(({ contender }) => contender === name)).toMatchObject({
      numbers: expect.stringMatching(/^(as PyTorch|loss fell)$/),
      warmMs: [expect.any(Number), expect.any(Number)],
    });
  }
  const tfjs = rows.find(({ contender }) => contender === "TF.js model.fit");
  expect(tfjs?.refused).toBe("layers have no penalty on the latent");
});

test("a name that is no workload is refused with those that are", async () => {
  const { code, output } = await runTool("tools/bench.mjs", { args: ["--only", "problem-4"] });
  expect(code).toBe(2);
  expect(output).toContain('unknown name "problem-4"; known are problem-1, problem-2');
});

const run = { first: 1, last: 0.5, trainMse: 0.49, testMse: 0.52, randomMse: 0.98 };

function timing(warmMs: readonly number[], changes: Partial<typeof run> = {}): Timing {
  return { kind: "timing", firstMs: 1_000, warmMs, scaled: false, runs: [{ ...run, ...changes }] };
}

function row(name: string, outcome: Row["outcome"], seeds: Contender["seeds"] = "pytorch"): Row {
  const program = { program: "", args: [] };
  const contender: Contender = {
    name,
    device: name.startsWith("PyTorch") ? "2 threads" : "processor",
    seeds,
    program,
    refuse: () => null,
    oneEpoch: () => false,
    growsWithWork: true,
  };
  return { contender, outcome };
}

test("a contender whose numbers are not PyTorch's, or whose loss did not fall, is marked", () => {
  const pytorch = timing([100]);
  const mark = (seeds: Contender["seeds"], changes: Partial<typeof run>) => {
    const outcome = timing([10], changes);
    return agreementOf(row("Latent Lab", outcome, seeds), outcome, pytorch);
  };
  expect(mark("pytorch", { testMse: 0.52001 })).toBe("as PyTorch");
  expect(mark("pytorch", { testMse: 0.5202 })).toBe("OTHER NUMBERS");
  expect(mark("own", { testMse: 0.6 })).toBe("loss fell");
  expect(mark("own", { last: 1, trainMse: 1 })).toBe("LOSS DID NOT FALL");
  expect(mark("own", { randomMse: Number.NaN })).toBe("LOSS DID NOT FALL");
});

test("a goal is judged by medians, and not without its peer", () => {
  const goal = { workload: "problem-1", kind: "times", peer: /^PyTorch/, goal: 15 } as const;
  const own = row("Latent Lab", timing([90, 20, 10, 20, 20]));
  const peer = (ms: number) => row("PyTorch 1.13", timing([ms, ms, ms, 9_999, 1]));
  expect(judge(goal, [own, peer(300)])).toMatchObject({
    met: true,
    sentence: "problem-1: 15.0 times faster than PyTorch 1.13 (goal 15), met",
  });
  expect(judge(goal, [own, peer(299)])).toMatchObject({ met: false });
  expect(judge(goal, [own])).toMatchObject({ met: null, value: null });
  expect(judge({ workload: "seeds-100", kind: "ms", goal: 21 }, [own])).toMatchObject({ met: true });
});
