import { Mt19937 } from "../random/mt19937.ts";
import { randn } from "../random/torch.ts";
import { PIXELS } from "./digits.ts";

export const RANDOM_IMAGES = 50;

/** The random data of `randomMse`: `torch.manual_seed(0)`, then `torch.randn(50, 64)`, as [50 * 64]. */
export function randomImages(): Float32Array {
  drawn ??= randn(new Mt19937(0), RANDOM_IMAGES * PIXELS);
  return drawn;
}

let drawn: Float32Array | undefined;
