import type { Run } from "./run.ts";
import type { Value } from "./value.ts";

/** Does `work` as a trial: its complaints and the layers that it makes or applies do not count. */
export function quietly(run: Run, work: () => Value): Value {
  const { isLost } = run;
  const [complaints, modules, flows] = [run.complaints.length, run.modules.length, run.flows.length];
  const value = work();
  run.isLost = isLost;
  run.complaints.length = complaints;
  run.modules.length = modules;
  run.flows.length = flows;
  return value;
}
