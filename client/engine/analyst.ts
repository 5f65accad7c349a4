import type { AnomalyScores } from "../../shared/metrics/anomaly-scores.ts";
import type { Finding, Question } from "./analysis.ts";

/** Both sides come from one build, so the types are the contract. */
export type FromAnalysis =
  | { readonly id: number; readonly ok: true; readonly finding: Finding }
  | { readonly id: number; readonly ok: false; readonly message: string };

type Asked = { readonly resolve: (finding: Finding) => void; readonly reject: (error: Error) => void };

let worker: Worker | null = null;
let asked = 0;
const open = new Map<number, Asked>();

/** The PCA floors of a data set's test images, [65], found beside the page. Rejects where the analysis broke down. */
export async function findFloors(
  question: Omit<Extract<Question, { kind: "floors" }>, "kind">,
): Promise<Float64Array> {
  const finding = await ask({ kind: "floors", ...question });
  if (finding.kind !== "floors") throw new TypeError(`asked for floors, got ${finding.kind}`);
  return finding.floors;
}

/** A model's anomaly scores, found beside the page. Rejects where the analysis broke down. */
export async function findScores(
  question: Omit<Extract<Question, { kind: "scores" }>, "kind">,
): Promise<AnomalyScores> {
  const finding = await ask({ kind: "scores", ...question });
  if (finding.kind !== "scores") throw new TypeError(`asked for scores, got ${finding.kind}`);
  return finding;
}

function ask(question: Question): Promise<Finding> {
  worker ??= openWorker();
  const id = asked++;
  worker.postMessage({ id, question });
  return new Promise((resolve, reject) => open.set(id, { resolve, reject }));
}

/** One for the page; after it broke down the next question opens another. */
function openWorker(): Worker {
  const opened = new Worker(new URL("./analysis-worker.ts", import.meta.url), { type: "module" });
  opened.addEventListener("message", ({ data }: MessageEvent<FromAnalysis>) => {
    const one = open.get(data.id);
    open.delete(data.id);
    if (data.ok) one?.resolve(data.finding);
    else one?.reject(new Error(data.message));
  });
  opened.addEventListener("error", (event) => {
    event.preventDefault();
    opened.terminate();
    worker = null;
    const why = event.message || "the analysis program did not load: check the connection";
    for (const { reject } of open.values()) reject(new Error(why));
    open.clear();
  });
  return opened;
}
