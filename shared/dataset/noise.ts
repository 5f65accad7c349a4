import { Mt19937 } from "../random/mt19937.ts";
import { randn } from "../random/torch.ts";

/**
 * Gaussian noise of a standard deviation added to an image [64]: `torch.manual_seed(seed)`, then
 * `image + deviation * torch.randn(64)`. Nothing is clipped: pixels may leave 0 to 16.
 */
export function addNoise(
  image: ArrayLike<number>,
  { deviation, seed }: { readonly deviation: number; readonly seed: number },
): Float64Array {
  const noisy = Float64Array.from(image);
  if (deviation === 0) return noisy;
  const noise = randn(new Mt19937(seed), noisy.length);
  return noisy.map((value, i) => value + deviation * noise[i]);
}
