import type { Pictures } from "./build-notebook.ts";
import type { ReportContent } from "./report-content.ts";

/** Both sides come from one build, so the types are the contract. */
export type ToNotebookWorker = { readonly content: ReportContent; readonly pictures: Pictures };
export type FromNotebookWorker =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly message: string };

/** The text of a report's notebook, written beside the page. Rejects where that breaks down. */
export function writeBesideThePage(order: ToNotebookWorker): Promise<string> {
  const worker = new Worker(new URL("./notebook-worker.ts", import.meta.url), { type: "module" });
  const written = new Promise<string>((resolve, reject) => {
    worker.addEventListener("message", ({ data }: MessageEvent<FromNotebookWorker>) =>
      data.ok ? resolve(data.text) : reject(new Error(data.message)),
    );
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      reject(new Error(event.message || "the program did not load: check the connection"));
    });
    worker.postMessage(order);
  });
  return written.finally(() => worker.terminate());
}
