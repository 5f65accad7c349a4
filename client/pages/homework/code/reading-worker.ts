import { doReadTask } from "./read-task.ts";
import type { ReadAnswer, ReadRequest } from "./reading-thread.ts";

/** Reads classes beside the page, one task after the other. */
addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  const answer: ReadAnswer = { number: data.number, finding: doReadTask(data.task) };
  postMessage(answer);
});
