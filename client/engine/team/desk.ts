import type { Sums, Task } from "../../../shared/training/simd/team.ts";

/**
 * What the threads of a team tell each other, in memory that they share: the task at hand, and of each of its parts who has
 * claimed it and what came of it. In the t-th task a part is open as 2t and claimed as 2t + 1, and whoever claims it does it:
 * the leader from the first part on, helpers from the last. One that sleeps, is slow or never came holds nobody up.
 */
export type Desk = {
  readonly buffer: SharedArrayBuffer;
  readonly words: Int32Array;
  readonly numbers: Float64Array;
  readonly parts: number;
};

const KINDS = ["prepare", "pass", "gather", "update"] as const satisfies readonly Task["kind"][];

const [RUN, TASK, SLEEPERS, KIND, IMAGES, BATCH] = [0, 1, 2, 3, 4, 5];
/** A part's words lie on a cache line of their own, so that claiming one slows nobody at another. */
const [CLAIM, DONE, LINE_WORDS] = [0, 1, 16];
const [STEP_SIZE, CORRECTION, DECAY] = [0, 1, 2];
/** A part's sums, after Adam's scalars. */
const [SQUARES, ABSOLUTES, LINE_NUMBERS] = [0, 1, 8];

/** Some 100 us: a helper stays awake over what its leader does alone between two tasks. */
const SPINS = 20_000;
const LAST_TASK = 2 ** 30 - 1;

export function makeDesk(parts: number): Desk {
  return openDesk(new SharedArrayBuffer((parts + 1) * (8 * LINE_NUMBERS + 4 * LINE_WORDS)), parts);
}

export function openDesk(buffer: SharedArrayBuffer, parts: number): Desk {
  const numbers = new Float64Array(buffer, 0, (parts + 1) * LINE_NUMBERS);
  return { buffer, numbers, words: new Int32Array(buffer, numbers.byteLength), parts };
}

/** The leader's side. */
export function makeLead(desk: Desk) {
  const { words, numbers, parts } = desk;
  let task = 0;

  function post(state: "open" | "claimed"): void {
    task = task === LAST_TASK ? 1 : task + 1;
    for (let part = 0; part < parts; part++) {
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
    share(next: Task, work: (task: Task, part: number) => Sums): readonly Sums[] {
      words[KIND] = KINDS.indexOf(next.kind);
      if (next.kind === "pass" || next.kind === "gather") words[IMAGES] = next.images;
      if (next.kind === "pass") words[BATCH] = next.batch;
      if (next.kind === "update") {
        numbers[STEP_SIZE] = next.stepSize;
        numbers[CORRECTION] = next.correction;
        numbers[DECAY] = next.decay;
      }
      post("open");
      for (let part = 0; part < parts; part++)
        if (claim(words, part, task)) finish(desk, part, task, work(next, part));
      return Array.from({ length: parts }, (_, part) => {
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
export function help(desk: Desk, run: number, work: (task: Task, part: number) => Sums): void {
  const { words, numbers, parts } = desk;
  for (let last = 0; ; ) {
    const task = awaitTask(words, last);
    if (Atomics.load(words, RUN) !== run) return;
    for (let part = parts - 1; part >= 0; part--) {
      if (claim(words, part, task)) finish(desk, part, task, work(readTask(words, numbers), part));
    }
    last = task;
  }
}

function lineOf(part: number): number {
  return (part + 1) * LINE_WORDS;
}

function claim(words: Int32Array, part: number, task: number): boolean {
  const at = lineOf(part) + CLAIM;
  return Atomics.compareExchange(words, at, 2 * task, 2 * task + 1) === 2 * task;
}

function finish({ words, numbers }: Desk, part: number, task: number, { squares, absolutes }: Sums): void {
  const at = (part + 1) * LINE_NUMBERS;
  numbers[at + SQUARES] = squares;
  numbers[at + ABSOLUTES] = absolutes;
  Atomics.store(words, lineOf(part) + DONE, task);
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

/** The task of a part that this thread has claimed: as long as it has, the leader posts no other. */
function readTask(words: Int32Array, numbers: Float64Array): Task {
  const kind = KINDS[words[KIND]];
  switch (kind) {
    case "prepare":
      return { kind };
    case "pass":
      return { kind, images: words[IMAGES], batch: words[BATCH] };
    case "gather":
      return { kind, images: words[IMAGES] };
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
