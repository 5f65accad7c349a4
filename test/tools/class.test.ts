import { expect, test } from "vitest";
import { findPlacedCell } from "../../shared/assignment/assignment.ts";
import type { State } from "../../shared/assignment/completeness.ts";
import { checkCell } from "../../shared/assignment/completeness.ts";
import { BUILT_IN_HOMEWORK } from "../../shared/assignment/homework/index.ts";
import { canTrainByMoments } from "../../shared/training/moments.ts";
import { planSeat, type SeatPlan } from "../../tools/class/seat-plan.ts";
import { trainRun } from "../../tools/demo/train-run.ts";

const plans = Array.from({ length: 300 }, (_, seat) => planSeat(seat, BUILT_IN_HOMEWORK));
const runsOf = ({ steps }: SeatPlan) =>
  steps.flatMap((step) => (step.kind === "run" ? step.runs.map(({ spec }) => spec) : []));

test("a seat does the same whenever it is planned", () => {
  expect(planSeat(41, BUILT_IN_HOMEWORK)).toEqual(plans[41]);
});

test("a class is uneven: some have handed in, some have not begun, and the rest stand everywhere between", () => {
  const handedIn = plans.filter(({ handsIn }) => handsIn).length;
  expect(handedIn).toBeGreaterThan(100);
  expect(handedIn).toBeLessThan(180);
  expect(plans.filter(({ steps }) => steps.length === 0).length).toBeGreaterThan(5);
  expect(new Set(plans.map(({ steps }) => steps.length)).size).toBeGreaterThan(12);
});

test("who is done has every part ready: what the seats write is what the homework asks for", () => {
  const plan = plans.find(({ handsIn, steps }) => handsIn && steps.some(({ cell }) => cell === "3d-text"));
  const states = (plan?.steps ?? []).map((step): State => {
    const placed = findPlacedCell(BUILT_IN_HOMEWORK, step.cell);
    if (placed === null || step.kind === "run") return "ready";
    const missing = checkCell(placed.cell, new Map([[step.cell, step.answer]]), {
      assignment: BUILT_IN_HOMEWORK,
      readCode: () => ({ status: "accepted" }),
    });
    return missing.length === 0 ? "ready" : "draft";
  });
  expect(new Set(states)).toEqual(new Set(["ready"]));
});

test("all that the seats train is exact, so that the server can reproduce it", () => {
  expect(plans.flatMap(runsOf).every(canTrainByMoments)).toBe(true);
});

test("some train so fast that the loss rises, some so slowly that it stands still", () => {
  const lossOf = (rate: number) => {
    const spec = plans.flatMap(runsOf).find(({ optimizer }) => optimizer.learningRate === rate);
    if (spec === undefined) throw new Error(`no seat trains at ${rate}`);
    return trainRun(spec).upload.history.trainLoss;
  };
  const [fast, slow] = [lossOf(0.5), lossOf(1e-7)];
  expect(fast.at(-1)).toBeGreaterThan(fast[0] ?? 0);
  expect((slow.at(-1) ?? 0) / (slow[0] ?? 1)).toBeGreaterThan(0.999);
});
