import { spreadOf } from "../../plot/spread.ts";
import type { Axis } from "./axes.ts";
import type { Check } from "./create-search.ts";
import { saySettings } from "./findings.ts";

/** What other seeds said: `dropout 0.1, ...: AUROC 0.9812 ± 0.0041 over 5 other seeds (0.9760 to 0.9851).` */
export function sayCheck(check: Check, axes: readonly Axis[]): readonly string[] {
  return check.flatMap(({ candidate, aurocs }, i) => {
    const spread = spreadOf(aurocs);
    if (spread === null) return [];
    const who = i === 0 ? `The winner (${saySettings(candidate.settings, axes)})` : "This run's own settings";
    const deviation = spread.deviation === null ? "" : ` ± ${spread.deviation.toFixed(4)}`;
    const [low, high] = [Math.min(...aurocs), Math.max(...aurocs)];
    const seeds = spread.count === 1 ? "1 other seed" : `${spread.count} other seeds`;
    return [
      `${who}: AUROC ${spread.mean.toFixed(4)}${deviation} over ${seeds} (${low.toFixed(4)} to ${high.toFixed(4)}).`,
    ];
  });
}
