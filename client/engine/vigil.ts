/** Often enough to notice a silence of a second soon after it. */
const TICK_MS = 100;

/**
 * Notices who has been silent for longer than they said they would be. Silence is counted in ticks of this program's own
 * timer: one that comes late, since the tab was frozen, throttled or busy, counts for no more than two, because then
 * those who are watched may not have had their time either.
 */
export function makeVigil<T>(
  onSilent: (who: T, silentMs: number) => void,
  now: () => number = () => performance.now(),
) {
  const watched = new Map<T, { silentMs: number; withinMs: number }>();
  let timer: ReturnType<typeof setInterval> | null = null;
  let ticked = 0;

  function tick(): void {
    const passed = Math.min(now() - ticked, 2 * TICK_MS);
    ticked = now();
    for (const [who, silence] of [...watched]) {
      silence.silentMs += passed;
      if (silence.silentMs <= silence.withinMs) continue;
      leave(who);
      onSilent(who, silence.silentMs);
    }
  }

  function leave(who: T): void {
    watched.delete(who);
    if (watched.size > 0 || timer === null) return;
    clearInterval(timer);
    timer = null;
  }

  return {
    /** From here on, or again: `who` says something within `withinMs`. */
    watch(who: T, withinMs: number): void {
      watched.set(who, { silentMs: 0, withinMs });
      if (timer !== null) return;
      ticked = now();
      timer = setInterval(tick, TICK_MS);
    },
    /** Nothing more is expected of them. */
    leave,
  };
}
