import { formatNumber } from "../../parts/numbers.ts";
import type { Axis, Trial } from "./axes.ts";
import type { Settings } from "./settings.ts";

/** Below this AUROC a model is called to separate nothing: a coin has 0.5. */
const NOTHING = 0.6;
/** A claim about some runs needs at least so many. */
const LEAST_RUNS = 2;

type SettingAxis = Axis & { readonly name: keyof Settings };

/** The setting's axes of all axes. */
function settingAxes(axes: readonly Axis[]): readonly SettingAxis[] {
  return axes.filter((axis): axis is SettingAxis => axis.name !== "auroc");
}

/** What a search found, in sentences; empty before three runs are over. */
export function sayFindings(
  trials: readonly Trial[],
  axes: readonly Axis[],
  own: Settings,
): readonly string[] {
  if (trials.length < LEAST_RUNS + 1) return [];
  const [base] = trials.filter(({ settings }) => isSame(settings, own));
  const best = bestOf(trials);
  return [
    ...(best === null ? [] : [sayBest(best, base ?? null, axes)]),
    ...settingAxes(axes).flatMap((axis) => sayNothing(trials, axis)),
    ...sayWhatMattersMost(trials, settingAxes(axes)),
  ];
}

/** The trial with the largest AUROC, of equals the first. */
export function bestOf<T extends { readonly auroc: number }>(trials: readonly T[]): T | null {
  return trials.reduce<T | null>((best, one) => (best === null || one.auroc > best.auroc ? one : best), null);
}

export function isSame(a: Settings, b: Settings): boolean {
  return a.dropout === b.dropout && a.l1 === b.l1 && a.l2 === b.l2 && a.width === b.width;
}

/** `dropout 0.2, L1 0, L2 0.001, hidden size 40` */
export function saySettings(settings: Settings, axes: readonly Axis[]): string {
  return settingAxes(axes)
    .map(({ name, title }) => `${title} ${formatNumber(settings[name])}`)
    .join(", ");
}

function sayBest(best: Trial, base: Trial | null, axes: readonly Axis[]): string {
  if (base === null)
    return `Best so far: ${saySettings(best.settings, axes)}, with AUROC ${best.auroc.toFixed(3)}.`;
  if (best === base)
    return `Nothing that was tried is better than this run itself, whose AUROC is ${base.auroc.toFixed(3)}.`;
  const gain = best.auroc - base.auroc;
  return `Best: ${saySettings(best.settings, axes)}, with AUROC ${best.auroc.toFixed(3)}, which is ${gain.toFixed(3)} above this run's ${base.auroc.toFixed(3)}.`;
}

/** The widest end of an axis at which every run separates nothing: `With L2 of 0.1 or more nothing is separated here: ...` */
function sayNothing(trials: readonly Trial[], { name, title, ticks }: SettingAxis): readonly string[] {
  const values = ticks.map(({ value }) => value);
  const isLost = (some: readonly Trial[]) =>
    some.length >= LEAST_RUNS && some.every(({ auroc }) => auroc < NOTHING);
  const above = (limit: number) => trials.filter(({ settings }) => settings[name] >= limit);
  const below = (limit: number) => trials.filter(({ settings }) => settings[name] <= limit);
  if (isLost(trials)) return [];
  const from = values.find((limit) => isLost(above(limit)));
  const upTo = values.findLast((limit) => isLost(below(limit)));
  const say = (where: string, some: readonly Trial[]) =>
    `${title} ${where} separates nothing here: each of these ${some.length} runs has an AUROC below ${NOTHING}.`;
  return [
    ...(from === undefined ? [] : [say(orBeyond(from, values.at(-1), "or more"), above(from))]),
    ...(upTo === undefined ? [] : [say(orBeyond(upTo, values[0], "or less"), below(upTo))]),
  ].map(capitalize);
}

function orBeyond(limit: number, end: number | undefined, words: string): string {
  return limit === end ? `of ${formatNumber(limit)}` : `of ${formatNumber(limit)} ${words}`;
}

/** The setting whose values explain most of how AUROC varies, with the mean AUROC at its worst and its best value. */
function sayWhatMattersMost(trials: readonly Trial[], axes: readonly SettingAxis[]): readonly string[] {
  const [first] = axes
    .map((axis) => ({ axis, share: explainedShare(trials, axis.name) }))
    .toSorted((a, b) => b.share - a.share);
  if (first === undefined || !(first.share > 0)) return [];
  const { axis, share } = first;
  const means = meansBy(trials, axis.name).toSorted((a, b) => b.mean - a.mean);
  const [high, low] = [means[0], means.at(-1)];
  if (high === undefined || low === undefined) return [];
  return [
    `${capitalize(axis.title)} matters most: its values explain about ${Math.round(share * 100)} % of how AUROC varies, from a mean of ${low.mean.toFixed(3)} at ${formatNumber(low.value)} to ${high.mean.toFixed(3)} at ${formatNumber(high.value)}.`,
  ];
}

/**
 * How much of the variance of AUROC the values of a setting explain, as adjusted R²: with n runs and k values,
 * 1 - (SSwithin / (n - k)) / (SStotal / (n - 1)). About 0 where a setting does nothing, and 0 where too few runs could tell.
 */
export function explainedShare(trials: readonly Trial[], name: keyof Settings): number {
  const groups = meansBy(trials, name);
  const meanOf = new Map(groups.map(({ value, mean }) => [value, mean]));
  const mean = trials.reduce((sum, { auroc }) => sum + auroc, 0) / trials.length;
  const squares = (from: (trial: Trial) => number) =>
    trials.reduce((sum, trial) => sum + (trial.auroc - from(trial)) ** 2, 0);
  const total = squares(() => mean);
  const within = squares(({ settings }) => meanOf.get(settings[name]) ?? mean);
  const free = trials.length - groups.length;
  return total === 0 || free <= 0 ? 0 : 1 - within / free / (total / (trials.length - 1));
}

function meansBy(trials: readonly Trial[], name: keyof Settings) {
  const values = [...new Set(trials.map(({ settings }) => settings[name]))];
  return values.map((value) => {
    const some = trials.filter(({ settings }) => settings[name] === value);
    return { value, mean: some.reduce((sum, { auroc }) => sum + auroc, 0) / some.length };
  });
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
