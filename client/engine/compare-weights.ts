import type { Weights } from "../../shared/model/weights.ts";

/**
 * How the weights of a replay and of its run differ: `same` to the last bit, `close` as another engine's rounding is, or
 * `other`. `difference` is the largest, as a share of the run's largest weight.
 */
export type Ending =
  | { readonly status: "same" }
  | { readonly status: "close" | "other"; readonly difference: number };

/** Engines that add in another order end within 1e-6 on a processor, after 50 to 300 epochs; a GPU is given more room. */
const CLOSE_SHARE = 1e-3;

export function compareWeights(replayed: Weights, run: Weights): Ending {
  let [largest, difference] = [0, 0];
  for (const [name, values] of run) {
    const others = replayed.get(name);
    for (let i = 0; i < values.length; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
      difference = Math.max(difference, Math.abs(values[i] - (others?.[i] ?? Number.POSITIVE_INFINITY)));
    }
  }
  if (difference === 0) return { status: "same" };
  const share = difference / largest;
  return { status: share <= CLOSE_SHARE ? "close" : "other", difference: share };
}
