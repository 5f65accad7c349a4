// Planes are images x channels; each is height x width.

/** nn.MaxPool2d(kernel); `winners` keeps the index of each window's largest pixel in its plane, the first of equals. */
export function maxPool(
  x: usize,
  y: usize,
  winners: usize,
  planes: i32,
  height: i32,
  width: i32,
  kernel: i32,
): void {
  const rows = height / kernel;
  const columns = width / kernel;
  let at: usize = 0;
  for (let plane = 0; plane < planes; plane++) {
    const base = x + ((<usize>plane * height * width) << 2);
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        let best = row * kernel * width + column * kernel;
        let most = load<f32>(base + ((<usize>best) << 2));
        for (let ky = 0; ky < kernel; ky++) {
          for (let kx = 0; kx < kernel; kx++) {
            const pixel = (row * kernel + ky) * width + column * kernel + kx;
            const value = load<f32>(base + ((<usize>pixel) << 2));
            if (value > most) {
              most = value;
              best = pixel;
            }
          }
        }
        store<f32>(y + at, most);
        store<i32>(winners + at, best);
        at += 4;
      }
    }
  }
}

/** dx must be zero where no window has its largest pixel: it is cleared here. */
export function maxPoolBackward(
  dy: usize,
  dx: usize,
  winners: usize,
  planes: i32,
  height: i32,
  width: i32,
  kernel: i32,
): void {
  const windows = (height / kernel) * (width / kernel);
  memory.fill(dx, 0, (<usize>planes * height * width) << 2);
  for (let plane = 0; plane < planes; plane++) {
    const base = dx + ((<usize>plane * height * width) << 2);
    for (let window = 0; window < windows; window++) {
      const at = (<usize>(plane * windows + window)) << 2;
      store<f32>(base + ((<usize>load<i32>(winners + at)) << 2), load<f32>(dy + at));
    }
  }
}

/** nn.Upsample(scale_factor=factor), nearest. */
export function upsample(x: usize, y: usize, planes: i32, height: i32, width: i32, factor: i32): void {
  let to = y;
  for (let row = 0; row < planes * height * factor; row++) {
    const source = x + ((<usize>(row / factor) * width) << 2);
    for (let column = 0; column < width * factor; column++) {
      store<f32>(to, load<f32>(source + ((<usize>(column / factor)) << 2)));
      to += 4;
    }
  }
}

export function upsampleBackward(
  dy: usize,
  dx: usize,
  planes: i32,
  height: i32,
  width: i32,
  factor: i32,
): void {
  memory.fill(dx, 0, (<usize>planes * height * width) << 2);
  let from = dy;
  for (let row = 0; row < planes * height * factor; row++) {
    const target = dx + ((<usize>(row / factor) * width) << 2);
    for (let column = 0; column < width * factor; column++) {
      const pixel = target + ((<usize>(column / factor)) << 2);
      store<f32>(pixel, load<f32>(pixel) + load<f32>(from));
      from += 4;
    }
  }
}
