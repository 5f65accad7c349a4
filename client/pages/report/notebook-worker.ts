import { writeNotebook } from "../../pytorch/notebook/write-notebook.ts";
import { buildNotebook } from "./build-notebook.ts";
import type { FromNotebookWorker, ToNotebookWorker } from "./notebook-thread.ts";

/** The entry of the worker that writes a notebook: reading a student's classes at every width takes it longer than a frame. */
addEventListener("message", ({ data: { content, pictures } }: MessageEvent<ToNotebookWorker>) => {
  try {
    const text = writeNotebook(buildNotebook(content, pictures));
    postMessage({ ok: true, text } satisfies FromNotebookWorker);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    postMessage({ ok: false, message } satisfies FromNotebookWorker);
  }
});
