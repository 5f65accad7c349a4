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

/** Sums the time between `start` and `stop`: what an engine spends while nobody holds it up. */
export function makeStopwatch() {
  let [total, since] = [0, performance.now()];
  return {
    start(): void {
      since = performance.now();
    },
    stop(): void {
      total += performance.now() - since;
    },
    readMs: (): number => total,
  };
}
