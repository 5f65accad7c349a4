import * as z from "zod/mini";
import { type Complaint, explain } from "../explain.ts";
import { MAX_CHANNELS, MAX_SEED, MAX_SWEEP_RUNS } from "../limits.ts";
import { failure, type Result, success } from "../result.ts";
import { ExperimentSpec, parseSpec } from "./experiment.ts";
import { canonicalJson } from "./identity.ts";
import { layersOfWidth } from "./latent-width.ts";

export { latentWidth } from "./latent-width.ts";

/**
 * A spec whose latent width (hidden size of a linear model, kernels of a convolution) and seed take several values.
 * An empty list keeps the spec's own value.
 */
export const SweepSpec = z.strictObject({
  spec: ExperimentSpec,
  widths: z.array(z.int().check(z.minimum(1), z.maximum(MAX_CHANNELS))),
  seeds: z.array(z.int().check(z.minimum(0), z.maximum(MAX_SEED))),
});
export type SweepSpec = z.infer<typeof SweepSpec>;

/** The specs of a sweep, every width of the first seed before the second seed: a curve is whole early. */
export function expandSweep(sweep: SweepSpec): Result<readonly ExperimentSpec[], Complaint> {
  const seeds = sweep.seeds.length === 0 ? [sweep.spec.seed] : sweep.seeds;
  const bases = sweep.widths.length === 0 ? [sweep.spec] : [];
  for (const width of sweep.widths) {
    const changed = withLatentWidth(sweep.spec, width);
    if (!changed.ok) return changed;
    bases.push(changed.value);
  }
  if (bases.length * seeds.length > MAX_SWEEP_RUNS) {
    return failure({
      path: "seeds",
      message: `${bases.length} widths x ${seeds.length} seeds are ${bases.length * seeds.length} runs; a sweep takes up to ${MAX_SWEEP_RUNS}`,
    });
  }
  return success(seeds.flatMap((seed) => bases.map((spec) => ({ ...spec, seed }))));
}

export function parseSweep(input: unknown): Result<SweepSpec, Complaint> {
  const parsed = SweepSpec.safeParse(input);
  return parsed.success ? success(parsed.data) : failure(explain(parsed.error, input));
}

/** The same for specs that differ in width and seed alone: whose runs belong in one plot. */
export function sweepKey(spec: ExperimentSpec): string {
  const narrow = withLatentWidth(spec, 1);
  return canonicalJson({ ...(narrow.ok ? narrow.value : spec), seed: 0 });
}

/** The same spec with another latent width; fails where no two layers meet at the latent, or the new spec is refused. */
export function withLatentWidth(spec: ExperimentSpec, width: number): Result<ExperimentSpec, Complaint> {
  const layers = layersOfWidth(spec.model, width);
  if (layers !== null) return parseSpec({ ...spec, model: { ...spec.model, layers } });
  return failure({
    path: "model.latentAfter",
    message: "no layer with a width makes the latent, so its width cannot be changed",
  });
}
