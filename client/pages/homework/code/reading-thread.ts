import type { CodeReading, Readable } from "./read-code.ts";

/** What page and reading worker say to each other. Both come from one build, so the types are the contract. */
export type ReadRequest = { readonly number: number; readonly readable: Readable; readonly source: string };
export type ReadAnswer = { readonly number: number; readonly reading: CodeReading };

/** A worker that reads classes, one after the other. Where it cannot be started the page reads them itself. */
export function makeReadingThread() {
  const waiting = new Map<number, { request: ReadRequest; resolve: (reading: CodeReading) => void }>();
  let worker: Worker | null = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
  let asked = 0;

  worker.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
    waiting.get(data.number)?.resolve(data.reading);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    worker?.terminate();
    worker = null;
    for (const { request, resolve } of waiting.values()) void readHere(request).then(resolve);
    waiting.clear();
  });

  return {
    read(readable: Readable, source: string): Promise<CodeReading> {
      const request = { number: asked++, readable, source };
      if (worker === null) return readHere(request);
      worker.postMessage(request);
      return new Promise((resolve) => waiting.set(request.number, { request, resolve }));
    },
    close: () => worker?.terminate(),
  };
}

async function readHere({ readable, source }: ReadRequest): Promise<CodeReading> {
  return (await import("./read-code.ts")).readCode(readable, source);
}
