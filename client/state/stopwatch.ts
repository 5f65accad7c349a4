/** Milliseconds while it runs; it starts running. */
export function makeStopwatch() {
  let total = 0;
  let since: number | null = performance.now();
  const running = () => (since === null ? 0 : performance.now() - since);
  return {
    stop(): void {
      total += running();
      since = null;
    },
    start(): void {
      since ??= performance.now();
    },
    readMs: (): number => total + running(),
  };
}
