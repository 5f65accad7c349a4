/** One axis of a tensor: `size` numbers, or `size` times the number of examples, which the reader calls N. */
export type Dim = { readonly size: number; readonly perExample: boolean };

export const BATCH: Dim = { size: 1, perExample: true };

export function fixed(size: number): Dim {
  return { size, perExample: false };
}

/** `(N, 1, 64)`, as PyTorch prints shapes. */
export function formatDims(dims: readonly Dim[]): string {
  const [first, ...others] = dims.map(formatDim);
  if (first === undefined) return "()";
  return others.length === 0 ? `(${first},)` : `(${[first, ...others].join(", ")})`;
}

export function formatDim({ size, perExample }: Dim): string {
  if (!perExample) return String(size);
  return size === 1 ? "N" : `N * ${size}`;
}

/** How many numbers all axes hold; null where N meets itself. */
export function volumeOf(dims: readonly Dim[]): Dim | null {
  if (dims.filter(({ perExample }) => perExample).length > 1) return null;
  return {
    size: dims.reduce((product, { size }) => product * size, 1),
    perExample: dims.some(({ perExample }) => perExample),
  };
}

export function sameDim(a: Dim, b: Dim): boolean {
  return a.size === b.size && a.perExample === b.perExample;
}

/**
 * The shape that `view` and `reshape` give: one size may be -1 and is worked out. A sentence where the numbers do not fit.
 */
export function reshaped(dims: readonly Dim[], sizes: readonly Dim[]): readonly Dim[] | string {
  const total = volumeOf(dims);
  const open = sizes.filter((size) => size.size === -1).length;
  const known = volumeOf(sizes.filter((size) => size.size !== -1));
  const asked = formatDims(sizes);
  if (open > 1) return `only one size may be -1, got ${asked}`;
  if (total === null || known === null)
    return `the number of examples may stand in one axis only, got ${asked}`;
  const misfit = `${formatDims(dims)} holds ${perExampleWords(total)}, which do not fit ${asked}`;
  if (open === 0) return sameDim(total, known) ? sizes : misfit;
  if ((known.perExample && !total.perExample) || known.size === 0 || total.size % known.size !== 0)
    return misfit;
  const missing = { size: total.size / known.size, perExample: total.perExample && !known.perExample };
  return sizes.map((size) => (size.size === -1 ? missing : size));
}

function perExampleWords({ size, perExample }: Dim): string {
  return perExample ? `${size} numbers an example` : `${size} numbers`;
}
