import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, expect, test } from "vitest";
import { makeDesk, makeLead } from "../../../../client/engine/team/desk.ts";
import type { Sums, Task } from "../../../../shared/training/simd/team.ts";

const PARTS = 4;
const [SLEEPERS, CLAIM_OF_LAST] = [2, 16 * PARTS];
const pass: Task = { kind: "pass", images: 100, batch: 898 };
const helpers: Worker[] = [];

afterEach(async () => {
  for (const helper of helpers.splice(0)) await helper.terminate();
});

async function seat(desk: ReturnType<typeof makeDesk>, workMs = 0): Promise<Worker> {
  const helper = new Worker(new URL("./helping-thread.ts", import.meta.url), {
    workerData: { buffer: desk.buffer, parts: PARTS, workMs },
  });
  helpers.push(helper);
  await once(helper, "message");
  return helper;
}

const mine = (_: Task, part: number): Sums => ({ squares: -part - 1, absolutes: 0 });

test("a leader whom nobody helps does every part itself, and has their sums in order", () => {
  const lead = makeLead(makeDesk(PARTS));
  lead.begin(1);
  expect(lead.share(pass, mine).map(({ squares }) => squares)).toEqual([-1, -2, -3, -4]);
  expect(lead.share({ kind: "gather", images: 3 }, mine)).toHaveLength(PARTS);
});

test("a helper does parts from the last on while the leader is at its first, and is told the task", async () => {
  const desk = makeDesk(PARTS);
  const lead = makeLead(desk);
  const helper = await seat(desk);
  lead.begin(7);
  helper.postMessage(7);
  const sums = lead.share(pass, (task, part) => {
    // Part 0 lasts until all others are done: the helper alone can do them.
    waitUntil(() => desk.numbers.filter((number) => number === pass.images).length === PARTS - 1);
    return mine(task, part);
  });
  expect(sums).toEqual([
    { squares: -1, absolutes: 0 },
    { squares: 1, absolutes: 100 },
    { squares: 2, absolutes: 100 },
    { squares: 3, absolutes: 100 },
  ]);
  lead.end();
  expect(await once(helper, "message")).toEqual(["free"]);
});

test("a leader waits for a part that a slow helper has begun, and has its sums", async () => {
  const desk = makeDesk(PARTS);
  const lead = makeLead(desk);
  const helper = await seat(desk, 50);
  lead.begin(1);
  helper.postMessage(1);
  const last = lead.share(pass, (task, part) => {
    if (part === 0) waitUntil(() => desk.words[CLAIM_OF_LAST] === 3); // task 1, claimed
    return mine(task, part);
  });
  expect(last.map(({ squares }) => squares)).toEqual([-1, -2, -3, 3]);
  lead.end();
});

test("a helper that sleeps wakes when the run ends, and one that comes too late for a run leaves it at once", async () => {
  const desk = makeDesk(PARTS);
  const lead = makeLead(desk);
  const helper = await seat(desk);
  lead.begin(1);
  helper.postMessage(1);
  waitUntil(() => desk.words[SLEEPERS] === 1);
  lead.end();
  expect(await once(helper, "message")).toEqual(["free"]);
  lead.begin(2);
  helper.postMessage(1);
  lead.share(pass, mine);
  expect(await once(helper, "message")).toEqual(["free"]);
});

/** Blocks this thread as a leader's work does. The test's own time limit is the longest that it waits. */
function waitUntil(holds: () => boolean): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (!holds()) Atomics.wait(pause, 0, 0, 1);
}
