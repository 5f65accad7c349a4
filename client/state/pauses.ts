/** Resolves after a while, or at once when the signal is aborted. */
export function untilAfter(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** Resolves when the page can be seen, or when the signal is aborted. */
export function untilVisible(signal: AbortSignal): Promise<void> {
  if (document.visibilityState === "visible") return Promise.resolve();
  return new Promise((resolve) => {
    const seen = new AbortController();
    const end = () => {
      seen.abort();
      resolve();
    };
    document.addEventListener(
      "visibilitychange",
      () => {
        if (document.visibilityState === "visible") end();
      },
      { signal: seen.signal },
    );
    signal.addEventListener("abort", end, { signal: seen.signal });
  });
}
