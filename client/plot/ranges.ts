export type Range = readonly [low: number, high: number];

/** What the x axis spans: the data with a little room, but nothing left of a 0 that they begin with. */
export function xRange(low: number, high: number): Range {
  const room = (high - low || 1) * 0.02;
  return low === 0 ? [0, high || 1] : [low - room, high + room];
}

/** What a linear y axis spans: from 0, or from below it where values are, to a little above the highest. */
export function linearRange(low: number, high: number): Range {
  return [Math.min(0, low), high * 1.06 || 1];
}

/** What a log axis spans; all values are above 0. */
export function logRange(low: number, high: number): Range {
  return [low * 0.85, high * 1.15];
}
