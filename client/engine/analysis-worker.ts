import { type AnalysisName, analyze, buffersOf } from "./analysis.ts";
import type { Asked, FromAnalysis } from "./analyst.ts";

/** The analysis worker's entry: answers one question after the other. */
addEventListener("message", async ({ data: { id, inquiry } }: MessageEvent<Asked<AnalysisName>>) => {
  try {
    const finding = await analyze(inquiry);
    const answer: FromAnalysis<AnalysisName> = { id, ok: true, finding };
    postMessage(answer, { transfer: [...buffersOf(finding)] });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const answer: FromAnalysis<AnalysisName> = { id, ok: false, message };
    postMessage(answer);
  }
});
