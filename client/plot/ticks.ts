/** Round numbers inside the range, at most about `count` of them: steps of 1, 2 or 5 times a power of ten. */
export function linearTicks(low: number, high: number, count: number): readonly number[] {
  if (!(high > low)) return [];
  const rough = (high - low) / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const [first, last] = [Math.ceil(low / step), Math.floor(high / step)];
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** A number at an axis, as short as it can be written. */
export function formatTick(value: number): string {
  const [size, rounded] = [Math.abs(value), Number(value.toPrecision(6))];
  if (size >= 1e5) return value.toExponential(0);
  return size > 0 && size < 1e-4 ? rounded.toExponential() : String(rounded);
}

/** Where a log axis is marked: 1, 2 and 5 of each decade inside the range; powers of ten alone over many decades. */
export function logTicks(low: number, high: number): readonly number[] {
  if (!(low > 0) || !(high > low)) return [];
  const steps = Math.log10(high / low) > 4 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks;
}

/** The ticks that leave `gap` pixels between their labels, always with the first and the last. */
export function spacedTicks(
  ticks: readonly number[],
  toPixel: (tick: number) => number,
  gap: number,
): readonly number[] {
  const last = ticks.at(-1);
  if (last === undefined) return [];
  const kept: number[] = [];
  for (const tick of ticks) {
    const before = kept.at(-1);
    const clear = before === undefined || Math.abs(toPixel(tick) - toPixel(before)) >= gap;
    if (clear && (tick === last || Math.abs(toPixel(last) - toPixel(tick)) >= gap)) kept.push(tick);
  }
  return kept;
}

/** Moves label positions (pixels, any order) apart to `gap`, keeping their order and staying close to where they were. */
export function spreadLabels(positions: readonly number[], gap: number): readonly number[] {
  const order = positions.map((_, i) => i).toSorted((a, b) => (positions[a] ?? 0) - (positions[b] ?? 0));
  const moved = [...positions];
  for (let k = 1; k < order.length; k++) {
    const [before, here] = [order[k - 1] ?? 0, order[k] ?? 0];
    moved[here] = Math.max(moved[here] ?? 0, (moved[before] ?? 0) + gap);
  }
  return moved;
}
