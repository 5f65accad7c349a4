/** The time left in which the browser has nothing better to do; where it cannot tell, a turn of its own for each. */
export function idle(): Promise<void> {
  return new Promise((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: 200 });
    else setTimeout(resolve);
  });
}

/** Works a generator off in idle slices; null when `signal` is aborted before its end. */
export async function workInIdleTime<T, R>(
  work: Generator<T, R>,
  { signal, onStep }: { signal: AbortSignal; onStep: (step: T) => void },
): Promise<R | null> {
  for (;;) {
    await idle();
    if (signal.aborted) return null;
    const step = work.next();
    if (step.done) return step.value;
    onStep(step.value);
  }
}
