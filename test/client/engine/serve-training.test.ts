import { setTimeout as pass } from "node:timers/promises";
import { expect, test } from "vitest";
import { openKernels } from "../../../client/command/kernels-in-node.ts";
import type { FromWorker, JobOrder } from "../../../client/engine/messages.ts";
import { serveTraining } from "../../../client/engine/serve-training.ts";
import { digits } from "../../shared/digits.ts";
import { readReference } from "../../shared/reference.ts";

const spec = { ...readReference("mlp-5").spec, epochs: 2 };

/** A worker's side in this thread, with all that it said. */
function open() {
  const said: FromWorker[] = [];
  const serve = serveTraining({
    post: (message) => said.push(message),
    listDevices: async () => [],
    openKernels: async () => openKernels(),
  });
  serve({ type: "digits", digits });
  const heard = async (type: FromWorker["type"], job: number) => {
    while (!said.some((message) => message.type === type && "job" in message && message.job === job))
      await pass(1);
  };
  const train = (job: number, isLast: boolean): JobOrder => ({
    type: "train",
    job,
    portion: { runs: [{ run: job, spec }], isLast },
    preference: "auto",
    snapshots: false,
    unfit: new Map(),
    threads: 1,
  });
  return { said, serve, heard, train };
}

test("a worker asks for more when its last run is nearly done, trains what it gets, and is done after the last portion", async () => {
  const { said, serve, heard, train } = open();
  serve(train(0, false));
  await heard("wants", 0);
  serve({ type: "more", job: 0, portion: { runs: [{ run: 7, spec }], isLast: true } });
  await heard("done", 0);
  const finished = said.flatMap((message) => (message.type === "events" ? message.events : []));
  expect(finished.filter(({ event }) => event.type === "finished").map(({ run }) => run)).toEqual([0, 7]);
  expect(said.filter(({ type }) => type === "wants")).toHaveLength(1);
});

test("one that is stopped while it waits for more lets the next sweep begin", async () => {
  const { serve, heard, train } = open();
  serve(train(0, false));
  await heard("wants", 0);
  serve({ type: "stop", job: 0 });
  serve(train(1, true));
  await heard("done", 1);
});

test("a worker says that it is alive while it has something to do, and no longer", async () => {
  const { said, serve, heard, train } = open();
  serve(train(0, true));
  await heard("done", 0);
  const beats = said.filter(({ type }) => type === "alive").length;
  expect(beats).toBeGreaterThanOrEqual(3);
  await pass(300);
  expect(said.filter(({ type }) => type === "alive")).toHaveLength(beats);
});
