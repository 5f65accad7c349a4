import { canonicalJson } from "../../../shared/spec/identity.ts";
import { type SweepSpec, withLatentWidth } from "../../../shared/spec/sweep.ts";

/** What was trained on this page under one heading: all runs that differ in width and seed alone. */
export type Experiment = { readonly key: string; readonly title: string; readonly sweep: SweepSpec };

/** The same for sweeps whose runs belong in one plot. */
export function experimentKey({ spec }: SweepSpec): string {
  const narrow = withLatentWidth(spec, 1);
  return canonicalJson({ ...(narrow.ok ? narrow.value : spec), seed: 0 });
}
