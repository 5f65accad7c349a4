import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeDesk } from "../../../../client/engine/team/desk.ts";
import { makeLead } from "../../../../client/engine/team/sides.ts";
import type { Sums, Task, Work } from "../../../../shared/training/simd/team.ts";
import { makeLog, openLog } from "./gather-log.ts";

const PARTS = 4;
const [SLEEPERS, CLAIM_OF_LAST] = [2, 16 * PARTS];
const pass: Task = { kind: "pass", images: 100, batch: 898 };
const helpers: Worker[] = [];
let log = makeLog();

beforeEach(() => {
  log = makeLog();
});

afterEach(async () => {
  for (const helper of helpers.splice(0)) await helper.terminate();
});

async function seat(desk: ReturnType<typeof makeDesk>, workMs = 0): Promise<Worker> {
  const helper = new Worker(new URL("./helping-thread.ts", import.meta.url), {
    workerData: { buffer: desk.buffer, parts: PARTS, workMs, log },
  });
  helpers.push(helper);
  await once(helper, "message");
  return helper;
}

/** The leader's work: to say which part, after `before`, and to log what it gathers. */
function mine(before: (part: number) => void = () => {}): Work {
  return {
    part(_, { index }): Sums {
      before(index);
      return { squares: -index - 1, absolutes: 0 };
    },
    gather: openLog(log).add,
  };
}

test("a leader whom nobody helps does every part itself, and has their sums in order", () => {
  const lead = makeLead(makeDesk(PARTS));
  lead.begin(1);
  expect(lead.share(pass, mine()).map(({ squares }) => squares)).toEqual([-1, -2, -3, -4]);
  const blocks = openLog(log).partsOfBlocks();
  expect(lead.share({ kind: "prepare" }, mine())).toHaveLength(PARTS);
  expect(openLog(log).partsOfBlocks(), "what is no pass gives nothing to gather").toEqual(blocks);
});

test("every block of the gradients takes all parts once and in their order, whoever has them", async () => {
  const desk = makeDesk(PARTS);
  const lead = makeLead(desk);
  for (const helper of [await seat(desk), await seat(desk)]) helper.postMessage(1);
  lead.begin(1);
  for (let round = 0; round < 20; round++) {
    // Of these parts the helpers have some: the leader's first lasts until they have.
    const others = () => desk.numbers.filter((number) => number === pass.images).length;
    lead.share(
      pass,
      mine((part) => part === 0 && waitUntil(() => others() > round % (PARTS - 1))),
    );
    const blocks = openLog(log).partsOfBlocks();
    expect(blocks.length).toBeGreaterThan(1);
    for (const parts of blocks) expect(parts.slice(-PARTS)).toEqual([0, 1, 2, 3]);
    for (const parts of blocks) expect(parts).toHaveLength(PARTS * (round + 1));
    desk.numbers.fill(0);
  }
  lead.end();
});

test("a helper does parts from the last on while the leader is at its first, and is told the task", async () => {
  const desk = makeDesk(PARTS);
  const lead = makeLead(desk);
  const helper = await seat(desk);
  lead.begin(7);
  helper.postMessage(7);
  // Part 0 lasts until all others have passed: the helper alone can do that.
  const passed = () => desk.numbers.filter((number) => number === pass.images).length;
  const sums = lead.share(
    pass,
    mine(() => waitUntil(() => passed() === PARTS - 1)),
  );
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
  const last = lead.share(
    pass,
    mine((part) => part === 0 && waitUntil(() => desk.words[CLAIM_OF_LAST] === 3)), // task 1, claimed
  );
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
  lead.share(pass, mine());
  expect(await once(helper, "message")).toEqual(["free"]);
});

/** Blocks this thread as a leader's work does. The test's own time limit is the longest that it waits. */
function waitUntil(holds: () => boolean): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (!holds()) Atomics.wait(pause, 0, 0, 1);
}
