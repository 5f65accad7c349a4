import { parentPort, workerData } from "node:worker_threads";
import { serveHelper } from "../engine/team/serve-helper.ts";

// A helper of a training worker as a thread of Node: the same program as a browser's, but for its edges.
parentPort?.on("message", serveHelper(workerData));
