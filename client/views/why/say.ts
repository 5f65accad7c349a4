import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { widthSymbol } from "../../parts/model-words.ts";
import { formatNumber } from "../../parts/numbers.ts";
import type { RunNumbers } from "./facts.ts";

/** `h = 20`, `k = 5`; nothing for a model without such a width. */
export function sayWidth({ spec }: RunNumbers): string {
  const width = latentWidth(spec);
  return width === null ? "" : `${widthSymbol(spec)} = ${width}`;
}

/** By what share `to` lies below or above `from`: `4% lower`, `12% higher`, `the same to 1%`. */
export function sayChange(from: number, to: number): string {
  const percent = Math.round(100 * Math.abs(to / from - 1));
  if (percent === 0) return "the same to 1%";
  return `${percent}% ${to < from ? "lower" : "higher"}`;
}

/** `3.2 times`. */
export function sayTimes(ratio: number): string {
  return `${formatNumber(ratio)} times`;
}

/** What the reader's number and the measured one are to each other. */
export function sayDistance(predicted: number, measured: number): string {
  const away = Math.abs(predicted - measured);
  return away < 0.05 ? "You were within 0.05." : `You were ${away.toFixed(2)} away.`;
}
