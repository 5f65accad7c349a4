import { IMAGE_SIDE, sampleImage } from "./bitmap.ts";
import { PIXELS } from "./digits.ts";

const CENTRE = (IMAGE_SIDE - 1) / 2;

/**
 * An image [64] turned about its centre, `degrees` counterclockwise as it is seen. With u = x - 3.5 and v = y - 3.5, y growing
 * downwards, pixel (u, v) of the result is the image at (u cos a - v sin a, u sin a + v cos a), bilinear and with 0 outside:
 * `scipy.ndimage.rotate(image, degrees, reshape=False, order=1, mode="grid-constant")`.
 */
export function rotateImage(image: ArrayLike<number>, degrees: number): Float64Array {
  const turned = Float64Array.from(image);
  if (degrees % 360 === 0) return turned;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < PIXELS; i++) {
    const [u, v] = [(i % IMAGE_SIDE) - CENTRE, Math.floor(i / IMAGE_SIDE) - CENTRE];
    turned[i] = sampleImage(image, u * sin + v * cos + CENTRE, u * cos - v * sin + CENTRE);
  }
  return turned;
}
