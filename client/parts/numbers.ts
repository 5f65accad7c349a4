/** Losses and errors as the course's log has them, `'{:0.4f}'`; in powers of ten where a model ran away. */
export function formatLoss(value: number): string {
  return value < 1e5 ? value.toFixed(4) : value.toExponential(2);
}

/** Three significant digits, for everything that is no loss. */
export function formatNumber(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString("en");
  return Number(value.toPrecision(3)).toLocaleString("en", { maximumSignificantDigits: 3 });
}

/** `3 ms`, `0.42 s`, `12 s`, `3 min`: how long something took or will take. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 100)
    return `${milliseconds < 10 ? formatNumber(milliseconds) : Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1_000;
  if (seconds < 10) return `${seconds.toFixed(seconds < 1 ? 2 : 1)} s`;
  return seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}

/** `1 run`, `3 runs`. */
export function plural(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
