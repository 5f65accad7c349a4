import type { Span } from "../complaint.ts";
import type { Run } from "../interpreter/run.ts";
import type { Scope } from "../interpreter/scope.ts";
import { chainOf } from "../torch/flow.ts";
import { bottleneckOf } from "./latent.ts";

/** What to do about a name for the hidden state that is not there: `keep the hidden state, for example z = self.linear_1(x)`. */
export function latentHint(run: Run, { self }: Scope, name: string, at: Span): string | null {
  const before = run.source.slice(Math.max(0, at.from - 200), at.from);
  const isReturned = /(^|\n)[ \t]*return\b[^\n]*$/.test(before);
  if (self === null || (!LATENT_NAMES.has(name) && !isReturned)) return null;
  const last = run.flows.at(-1);
  const steps = last === undefined ? [] : chainOf(last).flatMap(({ step }) => step ?? []);
  const step = steps[bottleneckOf(steps.map(({ layer, after }) => ({ layer, size: sizeOf(after) })))];
  if (step === undefined) return null;
  const call = run.source.slice(step.at.from, step.at.to).replaceAll(/\s+/g, " ");
  return `keep the hidden state, for example ${name} = ${call}`;
}

const LATENT_NAMES: ReadonlySet<string> = new Set([
  ...["z", "h", "latent", "hidden", "code", "encoded", "encoding", "bottleneck", "embedding", "hidden_state"],
]);

function sizeOf(dims: readonly { readonly size: number }[]): number {
  return dims.reduce((product, { size }) => product * size, 1);
}
