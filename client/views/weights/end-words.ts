import type { Match } from "../../../shared/metrics/weight-spaces.ts";
import type { EndName } from "../../../shared/model/end-weights.ts";
import { formatNumber } from "../../parts/numbers.ts";

type EndWords = { readonly title: string; readonly one: string; readonly many: string };

const ONE: Record<EndName, string> = { encoder: "Row", decoder: "Column" };
const OF_CHAIN: Record<EndName, EndWords> = {
  encoder: { title: "Encoder rows: what each number reads", one: ONE.encoder, many: "encoder rows" },
  decoder: { title: "Decoder columns: what each number paints", one: ONE.decoder, many: "decoder columns" },
};
const OF_LAYERS: Record<EndName, EndWords> = {
  encoder: {
    title: "First layer's rows: what each number reads",
    one: ONE.encoder,
    many: "first layer's rows",
  },
  decoder: {
    title: "Last layer's columns: what each number paints",
    one: ONE.decoder,
    many: "last layer's columns",
  },
};

/** What an end's pictures are called: in a model that bends they are of one layer only. */
export function nameEnd(end: EndName, isChain: boolean): EndWords {
  return (isChain ? OF_CHAIN : OF_LAYERS)[end];
}

export const COMPONENTS_TITLE = "Principal components of the train images";

/** The ends of a diverging ramp, in words. */
export function sayReach([low, high]: readonly [number, number]): string {
  return `From ${formatNumber(low)} (blue) over 0 to ${formatNumber(high)} (orange)`;
}

/** `Row 7: norm 0.81, most like component 3 (|cosine| 0.41)`; counted from 1, as readers do. */
export function sayPicture(end: EndName, at: number, match: Match | null): string {
  const name = `${ONE[end]} ${formatNumber(at + 1)}`;
  if (match === null) return name;
  const { norm, component, cosine } = match;
  if (norm === 0) return `${name}: all zeros`;
  return `${name}: norm ${formatNumber(norm)}, most like component ${formatNumber(component + 1)} (|cosine| ${Math.abs(cosine).toFixed(2)})`;
}

/** `Component 3: 8.41 % of the variance of the train images`. */
export function sayComponent(at: number, variances: Float64Array): string {
  const total = variances.reduce((sum, value) => sum + value, 0);
  return `Component ${formatNumber(at + 1)}: ${formatNumber((100 * (variances[at] ?? 0)) / total)} % of the variance of the train images`;
}
