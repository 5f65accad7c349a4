import { describe, expect, it } from "vitest";
import type { KeptRun } from "../../../client/outbox/kept-run.ts";
import type { KeptState } from "../../../client/outbox/run-state.ts";
import { groupByWords } from "../../../client/pages/runs/group-by-words.ts";
import { nameModel } from "../../../client/pages/runs/model-name.ts";
import { BUILT_IN_PROBLEMS } from "../../../shared/assignment/problems.ts";

function kept(state: KeptState): KeptRun {
  const spec = BUILT_IN_PROBLEMS[0]?.sweep.spec;
  if (spec === undefined) throw new Error("no problem 1");
  return {
    id: "8a4c9a52-1c5f-4c4e-9d5e-0f2f6b1f3a10",
    keptAt: 0,
    spec,
    engine: "moments",
    device: "processor",
    metrics: { trainMse: 0.3, testMse: 0.31, randomMse: 1.2 },
    durationMs: 12,
    state,
  };
}
const away = kept({ status: "waiting", course: "demo", attempt: 1, notBefore: 0, why: "away" });
const local = kept({ status: "local", why: "noCourse" });

describe("runs that are only on this device", () => {
  it("are said once for all of which the same is true", () => {
    const groups = groupByWords([away, local, away], null);
    expect(groups.map(({ said, runs }) => [runs.length, said.words])).toEqual([
      [2, "waiting: the server cannot be reached. Sent when the network is back."],
      [1, "trained without a class."],
    ]);
  });

  it("that were trained before a class was joined say so", () => {
    expect(groupByWords([local], "ECE 4803")[0]?.said.words).toBe("trained before you joined ECE 4803.");
  });

  it("that were refused say why", () => {
    const refused = kept({ status: "refused", course: "demo", message: "this id holds other bytes" });
    expect(groupByWords([refused], "ECE 4803")[0]?.said).toEqual({
      tone: "failed",
      words: "refused by the server: this id holds other bytes",
    });
  });

  it("are named by their model and seed", () => {
    expect(nameModel(local.spec)).toBe("64 – 5 – 64, linear, seed 0");
  });
});
