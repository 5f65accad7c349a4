import { canonicalJson } from "../../../shared/spec/identity.ts";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import type { ViewedRun } from "../viewed-run.ts";

/** Runs that share everything but the seed, one a seed. */
export type SeedGroup = { readonly name: string; readonly runs: readonly ViewedRun[] };

/** The groups in the order of their width, so that it is the same whichever run is looked at; the first name stands for all. */
export function groupSeeds(runs: readonly ViewedRun[]): readonly SeedGroup[] {
  const groups = new Map<string, ViewedRun[]>();
  for (const run of runs) {
    const key = canonicalJson({ ...run.spec, seed: 0 });
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (!group.some(({ spec }) => spec.seed === run.spec.seed)) group.push(run);
  }
  const named = Array.from(groups.values(), ([first, ...others]) =>
    first === undefined
      ? []
      : [{ name: first.name, width: latentWidth(first.spec) ?? 0, runs: [first, ...others] }],
  ).flat();
  const sorted = named.toSorted((a, b) => a.width - b.width || a.name.localeCompare(b.name, "en"));
  return sorted.map(({ name, runs }, i) => ({ name: unlike(name, sorted.slice(0, i)), runs }));
}

function unlike(name: string, before: readonly { readonly name: string }[]): string {
  const same = before.filter((one) => one.name === name).length;
  return same === 0 ? name : `${name} (${same + 1})`;
}
