import type { Sums, Task, Work } from "../../../shared/training/simd/team.ts";
import { ABSOLUTES, CLAIM, type Desk, DONE, GATHERED, LINE_NUMBERS, lineOf, SQUARES } from "./desk.ts";
import { takeParts } from "./take-parts.ts";

const KINDS = ["prepare", "pass", "update"] as const satisfies readonly Task["kind"][];

/** The task's own words, and Adam's scalars. */
const [RUN, TASK, SLEEPERS, KIND, IMAGES, BATCH] = [0, 1, 2, 3, 4, 5];
const [STEP_SIZE, CORRECTION, DECAY] = [0, 1, 2];

/** Some 100 us: a helper stays awake over what its leader does alone between two tasks. */
const SPINS = 20_000;
const LAST_TASK = 2 ** 30 - 1;

/** The leader's side. */
export function makeLead(desk: Desk) {
  const { words, numbers, parts } = desk;
  const all = Array.from({ length: parts }, (_, part) => part);
  let task = 0;

  function post(state: "open" | "claimed"): void {
    task = task === LAST_TASK ? 1 : task + 1;
    for (const part of all) {
      Atomics.store(words, lineOf(part) + GATHERED, 0);
      Atomics.store(words, lineOf(part) + CLAIM, 2 * task + (state === "open" ? 0 : 1));
    }
    Atomics.store(words, TASK, task);
    if (Atomics.load(words, SLEEPERS) > 0) Atomics.notify(words, TASK);
  }

  return {
    begin(run: number): void {
      Atomics.store(words, RUN, run);
    },
    /** Offers a task, does what of it no helper does, and gives its parts' sums in order. */
    share(next: Task, work: Work): readonly Sums[] {
      words[KIND] = KINDS.indexOf(next.kind);
      if (next.kind === "pass") {
        words[IMAGES] = next.images;
        words[BATCH] = next.batch;
      }
      if (next.kind === "update") {
        numbers[STEP_SIZE] = next.stepSize;
        numbers[CORRECTION] = next.correction;
        numbers[DECAY] = next.decay;
      }
      post("open");
      takeParts(desk, task, { order: all, read: () => next, work });
      return all.map((part) => {
        while (Atomics.load(words, lineOf(part) + DONE) !== task);
        const at = (part + 1) * LINE_NUMBERS;
        return { squares: numbers[at + SQUARES], absolutes: numbers[at + ABSOLUTES] };
      });
    },
    /** Lets the helpers go. */
    end(): void {
      Atomics.store(words, RUN, 0);
      post("claimed");
    },
  };
}

/** A helper's side: does parts of task after task until the leader ends `run`. Blocks its thread. */
export function help(desk: Desk, run: number, work: Work): void {
  const { words, numbers, parts } = desk;
  const order = Array.from({ length: parts }, (_, part) => parts - 1 - part);
  const read = () => readTask(words, numbers);
  for (let last = 0; ; ) {
    const task = awaitTask(words, last);
    if (Atomics.load(words, RUN) !== run) return;
    takeParts(desk, task, { order, read, work });
    last = task;
  }
}

/** Stays awake for a while, then sleeps until the leader posts. */
function awaitTask(words: Int32Array, last: number): number {
  for (let i = 0; i < SPINS; i++) {
    const task = Atomics.load(words, TASK);
    if (task !== last) return task;
  }
  Atomics.add(words, SLEEPERS, 1);
  while (Atomics.load(words, TASK) === last) Atomics.wait(words, TASK, last);
  Atomics.sub(words, SLEEPERS, 1);
  return Atomics.load(words, TASK);
}

/** The task of a part that this thread has claimed. */
function readTask(words: Int32Array, numbers: Float64Array): Task {
  const kind = KINDS[words[KIND]];
  switch (kind) {
    case "prepare":
      return { kind };
    case "pass":
      return { kind, images: words[IMAGES], batch: words[BATCH] };
    case "update":
      return {
        kind,
        stepSize: numbers[STEP_SIZE],
        correction: numbers[CORRECTION],
        decay: numbers[DECAY],
      };
    default:
      return kind satisfies never;
  }
}
