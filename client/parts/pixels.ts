/** How numbers become colours: an image runs from `low` to `high`, a residual diverges around zero. */
export type Ramp = "image" | "residual";

const STOPS: Record<Ramp, readonly string[]> = {
  image: ["--pixel-low", "--pixel-high"],
  residual: ["--residual-negative", "--residual-zero", "--residual-positive"],
};
const STEPS = 256;

const palettes = new Map<string, Uint8ClampedArray>();

/** [256 * 4] RGBA of a ramp as the tokens are now; `look` names the theme that it was read under. */
export function readPalette(ramp: Ramp, look: string): Uint8ClampedArray {
  const key = `${ramp} ${look}`;
  const kept = palettes.get(key);
  if (kept !== undefined) return kept;
  const canvas = new OffscreenCanvas(STEPS, 1);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("this browser gives no 2d canvas, so images cannot be drawn");
  const gradient = context.createLinearGradient(0.5, 0, STEPS - 0.5, 0);
  for (const [i, token] of STOPS[ramp].entries())
    gradient.addColorStop(i / (STOPS[ramp].length - 1), readToken(token));
  context.fillStyle = gradient;
  context.fillRect(0, 0, STEPS, 1);
  const palette = context.getImageData(0, 0, STEPS, 1).data;
  palettes.set(key, palette);
  return palette;
}

function readToken(token: string): string {
  const probe = document.createElement("i");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
}

/** 64 values as the RGBA of an 8x8 image; values outside `range` take its ends' colours. */
export function paint(
  values: ArrayLike<number>,
  range: readonly [number, number],
  palette: Uint8ClampedArray,
): Uint8ClampedArray<ArrayBuffer> {
  const image = new Uint8ClampedArray(values.length * 4);
  const [low, high] = range;
  for (let i = 0; i < values.length; i++) {
    const share = ((values[i] ?? 0) - low) / (high - low);
    const step = Math.round(Math.min(1, Math.max(0, share)) * (STEPS - 1));
    image.set(palette.subarray(step * 4, step * 4 + 4), i * 4);
  }
  return image;
}
