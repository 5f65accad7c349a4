/** How long an engine may keep its thread before it lets messages in: a stop must arrive within a frame or two. */
const TURN_MS = 8;

/** Lets a training loop share its thread: `if (pace.isDue()) await pace.rest()`. */
export function makePace(turnMs: number = TURN_MS) {
  let since = performance.now();
  return {
    isDue: (): boolean => performance.now() - since >= turnMs,
    async rest(): Promise<void> {
      await nextTask();
      since = performance.now();
    },
  };
}

/** Resolves in a task of its own, after those that wait. A timer would do, but browsers hold repeated ones back 4 ms. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/**
 * Sums the time between `start` and `stop`: what an engine spends while nobody holds it up. A lap that took longer than
 * `longestMs` was no training: the tab was frozen, or the machine slept; the mean of the laps before stands for it.
 */
export function makeStopwatch(longestMs: number, now: () => number = () => performance.now()) {
  let [total, laps] = [0, 0];
  let since: number | null = now();
  function start(): void {
    since = now();
  }
  function stop(): void {
    if (since === null) return;
    const lap = now() - since;
    total += lap <= longestMs ? lap : total / Math.max(1, laps);
    laps++;
    since = null;
  }
  return {
    start,
    stop,
    /** Ends a lap and begins the next, while it runs: a long one could not be told from a frozen tab's. */
    lap(): void {
      if (since === null) return;
      stop();
      start();
    },
    readMs: (): number => total,
  };
}
