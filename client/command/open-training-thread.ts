import { Worker } from "node:worker_threads";
import type { ThreadListener, TrainingThread } from "../engine/training-thread.ts";
import type { ThreadOrders } from "./training-thread.ts";

/** Opens training workers as threads of this process; they end with it. */
export function openThreadsInNode(orders: ThreadOrders): (listener: ThreadListener) => TrainingThread {
  return ({ onMessage, onCrash }) => {
    const worker = new Worker(new URL("./training-thread.ts", import.meta.url), { workerData: orders });
    let isClosed = false;
    worker.on("message", onMessage);
    worker.on("error", (error) => onCrash(error instanceof Error ? error.message : String(error)));
    worker.on("exit", (code) => isClosed || onCrash(`exit ${code}`));
    return {
      post: (message) => worker.postMessage(message),
      close() {
        isClosed = true;
        void worker.terminate();
      },
    };
  };
}
