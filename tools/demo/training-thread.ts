import { parentPort } from "node:worker_threads";
import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { trainRun } from "./train-run.ts";

parentPort?.on("message", (spec: ExperimentSpec) => parentPort?.postMessage(trainRun(spec)));
