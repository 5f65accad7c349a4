const ranges = new WeakMap<Float32Array, readonly [number, number]>();

/** The least and the largest pixel: what the darkest and the lightest colour stand for. Found once for the same images. */
export function rangeOf(images: Float32Array): readonly [number, number] {
  const known = ranges.get(images);
  if (known !== undefined) return known;
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of images) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  ranges.set(images, [low, high]);
  return [low, high];
}
