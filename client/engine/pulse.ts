const BEAT_MS = 100;

/** Says that this worker is alive, whenever its thread is free, and for how long at most it will not be. */
export function makePulse(say: (withinMs: number) => void) {
  let timer: ReturnType<typeof setInterval> | null = null;
  let withinMs = 0;
  return {
    /** At once, and from then on. */
    beat(nextWithinMs: number): void {
      withinMs = nextWithinMs;
      say(withinMs);
      timer ??= setInterval(() => say(withinMs), BEAT_MS);
    },
    stop(): void {
      if (timer !== null) clearInterval(timer);
      timer = null;
    },
  };
}
