import type { FromWorker, ToWorker } from "./messages.ts";

/** The training worker as the trainer sees it. */
export type TrainingThread = {
  readonly post: (message: ToWorker) => void;
  readonly close: () => void;
};

export type ThreadListener = {
  readonly onMessage: (message: FromWorker) => void;
  /** The worker died or could not be loaded; `message` says what is known. */
  readonly onCrash: (message: string) => void;
};

export function openTrainingThread({ onMessage, onCrash }: ThreadListener): TrainingThread {
  const worker = new Worker(new URL("./training-worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<FromWorker>) => onMessage(data));
  worker.addEventListener("messageerror", () => onCrash("a message did not arrive whole"));
  worker.addEventListener("error", (event) => {
    event.preventDefault();
    onCrash(event.message || "the training program did not load: check the connection");
  });
  return { post: (message) => worker.postMessage(message), close: () => worker.terminate() };
}
