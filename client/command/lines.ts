/** Prints the lines of runs in the order of the runs, however they end; null is a run without a line. */
export function makeLines(runs: number, print: (line: string) => void) {
  const waiting = new Map<number, string | null>();
  let next = 0;
  function printNext(): void {
    const line = waiting.get(next++) ?? null;
    if (line !== null) print(line);
  }
  return {
    take(run: number, line: string | null): void {
      waiting.set(run, line);
      while (waiting.has(next)) printNext();
    },
    /** Prints what waits for runs that did not end. */
    end(): void {
      while (next < runs) printNext();
    },
  };
}
