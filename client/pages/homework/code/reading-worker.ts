import { readCode } from "./read-code.ts";
import type { ReadAnswer, ReadRequest } from "./reading-thread.ts";

/** Reads classes beside the page: the longest that a cell takes keep a slow processor for a tenth of a second. */
addEventListener("message", ({ data }: MessageEvent<ReadRequest>) => {
  const answer: ReadAnswer = { number: data.number, reading: readCode(data.readable, data.source) };
  postMessage(answer);
});
