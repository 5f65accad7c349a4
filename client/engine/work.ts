import { trainingMacs } from "../../shared/spec/cost.ts";
import { canTrainByMoments } from "../../shared/training/moments.ts";
import { momentsMacs } from "../../shared/training/moments-cost.ts";
import type { RunOrder } from "./events.ts";

/** What a run costs beside its training: first weights, scores, events. Half a millisecond at 20 multiply-adds a nanosecond. */
const RUN_MACS = 10_000_000;

/** Multiply-adds that are left of a run on the processor, to weigh runs against each other. */
export function workLeft({ spec, from }: RunOrder): number {
  const macs = canTrainByMoments(spec) ? momentsMacs(spec) : trainingMacs(spec);
  const done = (from?.checkpoint.state.epoch ?? 0) / spec.epochs;
  return RUN_MACS + macs * (1 - done);
}
