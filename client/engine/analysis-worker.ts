import { analyze, buffersOf, type Question } from "./analysis.ts";
import type { FromAnalysis } from "./analyst.ts";

/** The analysis worker's entry: answers one question after the other. */
addEventListener(
  "message",
  ({ data: { id, question } }: MessageEvent<{ id: number; question: Question }>) => {
    try {
      const finding = analyze(question);
      const transfer = buffersOf(finding).filter((buffer) => buffer instanceof ArrayBuffer);
      postMessage({ id, ok: true, finding } satisfies FromAnalysis, { transfer });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      postMessage({ id, ok: false, message } satisfies FromAnalysis);
    }
  },
);
