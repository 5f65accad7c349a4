import { linearTicks } from "../../plot/ticks.ts";
import type { Settings } from "./settings.ts";

/** What a search found of a spec. `auroc` is of whole images. */
export type Trial = { readonly settings: Settings; readonly auroc: number };

export type AxisName = keyof Settings | "auroc";

/** A vertical axis; shares are 0 at its foot to 1 at its head. */
export type Axis = {
  readonly name: AxisName;
  readonly title: string;
  readonly ticks: readonly { readonly value: number; readonly share: number }[];
  readonly toShare: (value: number) => number;
  /** Where the end of a range rests when keys move it: below, between and above what is marked. */
  readonly stops: readonly number[];
};

const TITLES: Record<Exclude<AxisName, "width">, string> = {
  dropout: "dropout",
  l1: "L1",
  l2: "L2",
  auroc: "AUROC",
};
/** Beside 0, which has no logarithm, this much of a logarithmic axis is left free. */
const ZERO_GAP = 0.22;
/** Values this many times apart are shown by their logarithm. */
const LOG_FROM = 20;
const AUROC_STEP = 0.05;

/** The axes of a search, left to right: its settings, with the values that were tried marked, and AUROC. */
export function buildAxes(
  tried: readonly Settings[],
  { widthTitle, lowest }: { readonly widthTitle: string; readonly lowest: number },
): readonly Axis[] {
  const settings = (["dropout", "l1", "l2", "width"] as const).map((name): Axis => {
    const values = [...new Set(tried.map((one) => one[name]))].toSorted((a, b) => a - b);
    const toShare = makeScale(values);
    const ticks = values.map((value) => ({ value, share: toShare(value) }));
    const title = name === "width" ? widthTitle : TITLES[name];
    return { name, title, ticks, toShare, stops: stopsBetween(ticks.map(({ share }) => share)) };
  });
  return [...settings, aurocAxis(lowest)];
}

/** 0 at its own place at the foot; what is above it linear, or logarithmic where it spans many sizes. */
export function makeScale(values: readonly number[]): (value: number) => number {
  const positive = values.filter((value) => value > 0);
  const [least, most] = [Math.min(...positive), Math.max(...positive)];
  const hasZero = positive.length < values.length;
  if (positive.length + Number(hasZero) < 2) return () => 0.5;
  if (positive.length === 1) return (value) => Number(value > 0);
  if (most / least < LOG_FROM) {
    const foot = hasZero ? 0 : least;
    return (value) => (value - foot) / (most - foot);
  }
  const foot = hasZero ? ZERO_GAP : 0;
  return (value) => (value <= 0 ? 0 : foot + ((1 - foot) * Math.log(value / least)) / Math.log(most / least));
}

/** From 0.5, which is a coin, or from a round number below the lowest, to 1. */
function aurocAxis(lowest: number): Axis {
  const foot = Math.min(0.5, Math.max(0, Math.floor(lowest * 10) / 10));
  const toShare = (value: number) => (value - foot) / (1 - foot);
  const steps = Math.round((1 - foot) / AUROC_STEP);
  return {
    name: "auroc",
    title: TITLES.auroc,
    ticks: linearTicks(foot, 1, 6).map((value) => ({ value, share: toShare(value) })),
    toShare,
    stops: Array.from({ length: steps + 1 }, (_, i) => i / steps),
  };
}

function stopsBetween(shares: readonly number[]): readonly number[] {
  const between = shares.slice(1).map((share, i) => (share + (shares[i] ?? 0)) / 2);
  return [0, ...between, 1];
}

/** Where a trial meets each axis, as shares. */
export function meetAxes({ settings, auroc }: Trial, axes: readonly Axis[]): readonly number[] {
  return axes.map(({ name, toShare }) => toShare(name === "auroc" ? auroc : settings[name]));
}
