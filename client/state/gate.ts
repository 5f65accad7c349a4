/** Holds a loop while it is closed: `if (!gate.isOpen()) await gate.opened(signal)`. */
export function makeGate() {
  let isOpen = true;
  let waiting: (() => void)[] = [];
  const release = () => {
    for (const go of waiting.splice(0)) go();
  };
  return {
    isOpen: () => isOpen,
    open: () => {
      isOpen = true;
      release();
    },
    close: () => {
      isOpen = false;
    },
    /** Resolves when the gate opens or `signal` aborts. */
    opened: (signal: AbortSignal): Promise<void> =>
      isOpen || signal.aborted
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting = [...waiting, resolve];
            signal.addEventListener("abort", () => resolve(), { once: true });
          }),
  };
}
