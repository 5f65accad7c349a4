import type { AnalysisName, Finding, Inquiry } from "./analysis.ts";

/** Both sides come from one build, so the types are the contract. */
export type Asked<Name extends AnalysisName> = {
  readonly id: number;
  readonly inquiry: Inquiry<Name>;
};
export type FromAnalysis<Name extends AnalysisName> =
  | { readonly id: number; readonly ok: true; readonly finding: Finding<Name> }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** Asked while a hand draws: not to wait behind what takes seconds. */
const LIVE: ReadonlySet<AnalysisName> = new Set<AnalysisName>(["rebuiltImage", "affineMap"]);

/** One for what is asked while a hand draws, and one for all else; each opened when it is first needed. */
const workers = new Map<"live" | "patient", Worker>();
let asked = 0;

/** What an analysis finds, beside the page; questions to one worker are answered in turn. Rejects where the analysis broke down. */
export function ask<Name extends AnalysisName>(inquiry: Inquiry<Name>): Promise<Finding<Name>> {
  const pace = LIVE.has(inquiry.name) ? "live" : "patient";
  const asks = workers.get(pace) ?? openWorker(pace);
  const id = asked++;
  return new Promise<Finding<Name>>((resolve, reject) => {
    const over = new AbortController();
    const hear = ({ data }: MessageEvent<FromAnalysis<Name>>): void => {
      if (data.id !== id) return;
      over.abort();
      if (data.ok) resolve(data.finding);
      else reject(new Error(data.message));
    };
    const fail = (event: ErrorEvent): void => {
      over.abort();
      reject(new Error(event.message || "the analysis program did not load: check the connection"));
    };
    asks.addEventListener("message", hear, { signal: over.signal });
    asks.addEventListener("error", fail, { signal: over.signal });
    asks.postMessage({ id, inquiry } satisfies Asked<Name>);
  });
}

/** After it broke down the next question opens another. */
function openWorker(pace: "live" | "patient"): Worker {
  const opened = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
  opened.addEventListener("error", (event) => {
    event.preventDefault();
    opened.terminate();
    workers.delete(pace);
  });
  workers.set(pace, opened);
  return opened;
}
