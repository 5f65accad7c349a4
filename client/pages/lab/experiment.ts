import { type SweepSpec, sweepKey } from "../../../shared/spec/sweep.ts";

/** What was trained on this page under one heading: all runs that differ in width and seed alone. */
export type Experiment = { readonly key: string; readonly title: string; readonly sweep: SweepSpec };

/** The same for sweeps whose runs belong in one plot. */
export function experimentKey({ spec }: SweepSpec): string {
  return sweepKey(spec);
}
