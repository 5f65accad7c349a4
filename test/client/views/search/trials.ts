import { buildAxes, type Trial } from "../../../../client/views/search/axes.ts";
import type { Settings } from "../../../../client/views/search/settings.ts";

export const PLAIN: Settings = { dropout: 0, l1: 0, l2: 0, width: 40 };
/** What a search tried: the plain settings with changes, and the AUROC that came of it. */
export const trial = (settings: Partial<Settings>, auroc: number): Trial => ({
  settings: { ...PLAIN, ...settings },
  auroc,
});
export const axesOf = (trials: readonly Trial[]) =>
  buildAxes(
    trials.map(({ settings }) => settings),
    { widthTitle: "hidden size", lowest: Math.min(...trials.map(({ auroc }) => auroc)) },
  );
