import type { RunSettings } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import type { ClassSource } from "../runs/specs.ts";
import type { Readable } from "./read-code.ts";
import type { ClassAtWidth, ReadFinding, ReadTask } from "./read-task.ts";

/** What page and reading worker say to each other. Both come from one build, so the types are the contract. */
export type ReadRequest = { readonly number: number; readonly task: ReadTask };
export type ReadAnswer = { readonly number: number; readonly finding: ReadFinding };

type Of<K extends ReadFinding["kind"]> = Extract<ReadFinding, { kind: K }>;

export type ReadingThread = ReturnType<typeof makeReadingThread>;

/** A worker that reads classes, one after the other. Where it cannot be started the page reads them itself. */
export function makeReadingThread() {
  const waiting = new Map<number, { task: ReadTask; resolve: (finding: ReadFinding) => void }>();
  let worker: Worker | null = new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" });
  let asked = 0;

  worker.addEventListener("message", ({ data }: MessageEvent<ReadAnswer>) => {
    waiting.get(data.number)?.resolve(data.finding);
    waiting.delete(data.number);
  });
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    worker?.terminate();
    worker = null;
    for (const { task, resolve } of waiting.values()) void readHere(task).then(resolve);
    waiting.clear();
  });

  async function ask<K extends ReadFinding["kind"]>(task: ReadTask & { readonly kind: K }): Promise<Of<K>> {
    const finding = await (worker === null ? readHere(task) : post(worker, task));
    if (isOf(finding, task.kind)) return finding;
    throw new TypeError(`asked to read ${task.kind}, got ${finding.kind}`);
  }

  function post(to: Worker, task: ReadTask): Promise<ReadFinding> {
    const number = asked++;
    to.postMessage({ number, task } satisfies ReadRequest);
    return new Promise((resolve) => waiting.set(number, { task, resolve }));
  }

  return {
    read: async (readable: Readable, source: string) =>
      (await ask({ kind: "code", readable, source })).reading,
    /** What a run cell trains, or what keeps it from that. */
    specs: async (cell: CellOf<"run">, settings: RunSettings, code: ClassSource) =>
      (await ask({ kind: "specs", cell, settings, code })).specs,
    /** The model that each class is at its width; null for one that cannot be read. */
    models: async (classes: readonly ClassAtWidth[]) => (await ask({ kind: "models", classes })).models,
    close: () => worker?.terminate(),
  };
}

function isOf<K extends ReadFinding["kind"]>(finding: ReadFinding, kind: K): finding is Of<K> {
  return finding.kind === kind;
}

async function readHere(task: ReadTask): Promise<ReadFinding> {
  return (await import("./read-task.ts")).doReadTask(task);
}
