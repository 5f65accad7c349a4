import { plural } from "../../parts/numbers.ts";
import type { SweepPoint } from "../../plot/error-by-width.ts";
import type { Agreement } from "./compare-engines.ts";

/** What the band means; nothing where each width was trained once. */
export function seedsNote(points: readonly SweepPoint[]): string | undefined {
  const counts = new Map<number, number>();
  for (const { width } of points) counts.set(width, (counts.get(width) ?? 0) + 1);
  const [least, most] = [Math.min(...counts.values()), Math.max(...counts.values())];
  if (!(most > 1)) return undefined;
  const seeds = least === most ? plural(most, "seed") : `${least} to ${most} seeds`;
  return `Line = mean, band = mean ± one standard deviation over ${seeds}`;
}

export function describeAgreement({ specs, largestRelative }: Agreement): string {
  const models = `${plural(specs, "model")} ${specs === 1 ? "was" : "were"} trained on more than one engine`;
  return largestRelative === 0
    ? `${models}: every loss is the same number.`
    : `${models}: their losses differ by at most ${largestRelative.toExponential(1)} of their value, at any epoch.`;
}
