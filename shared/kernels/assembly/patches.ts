// A convolution as a product: the patch that each place of the sliding side sees, a row a tap. The side that is read stands
// in a frame of zeros (`padded`: channels x frameHeight x frameWidth), so that no tap asks whether it is inside: tap
// (channel, ky, kx) of place (y, x) reads padded pixel (y stride + ky, x stride + kx).

/** Puts image[channels, height, width] into the middle of its frame; the zeros around stay. */
export function frame(
  image: usize,
  padded: usize,
  channels: i32,
  height: i32,
  width: i32,
  padding: i32,
): void {
  const frameWidth = width + 2 * padding;
  let from = image;
  for (let channel = 0; channel < channels; channel++) {
    for (let y = 0; y < height; y++) {
      const row = (channel * (height + 2 * padding) + y + padding) * frameWidth + padding;
      memory.copy(padded + ((<usize>row) << 2), from, (<usize>width) << 2);
      from += (<usize>width) << 2;
    }
  }
}

/** The way back: image = the middle of the frame, plus `bias` of its channel unless that is 0. */
export function unframe(
  padded: usize,
  image: usize,
  channels: i32,
  height: i32,
  width: i32,
  padding: i32,
  bias: usize,
): void {
  const frameWidth = width + 2 * padding;
  let to = image;
  for (let channel = 0; channel < channels; channel++) {
    const shift: f32 = bias === 0 ? 0 : load<f32>(bias + ((<usize>channel) << 2));
    for (let y = 0; y < height; y++) {
      let from =
        padded + ((<usize>((channel * (height + 2 * padding) + y + padding) * frameWidth + padding)) << 2);
      for (let x = 0; x < width; x++) {
        store<f32>(to, load<f32>(from) + shift);
        to += 4;
        from += 4;
      }
    }
  }
}

/** columns[channels kernel^2, height width] out of a frame. */
export function gatherColumns(
  padded: usize,
  columns: usize,
  channels: i32,
  frameHeight: i32,
  frameWidth: i32,
  height: i32,
  width: i32,
  kernel: i32,
  stride: i32,
): void {
  let to = columns;
  for (let channel = 0; channel < channels; channel++) {
    for (let ky = 0; ky < kernel; ky++) {
      for (let kx = 0; kx < kernel; kx++) {
        let row = padded + ((<usize>((channel * frameHeight + ky) * frameWidth + kx)) << 2);
        if (stride === 1 && width === 8) {
          // The digits' own width.
          for (const end = to + ((<usize>height) << 5); to < end; to += 32) {
            v128.store(to, v128.load(row));
            v128.store(to, v128.load(row, 16), 16);
            row += (<usize>frameWidth) << 2;
          }
          continue;
        }
        for (let y = 0; y < height; y++) {
          let from = row;
          row += (<usize>(stride * frameWidth)) << 2;
          let x = 0;
          if (stride === 1) {
            for (; x + 4 <= width; x += 4) {
              v128.store(to, v128.load(from));
              to += 16;
              from += 16;
            }
          }
          for (; x < width; x++) {
            store<f32>(to, load<f32>(from));
            to += 4;
            from += (<usize>stride) << 2;
          }
        }
      }
    }
  }
}

/** The way back: adds columns to the pixels of the frame that they were read from. */
export function scatterColumns(
  columns: usize,
  padded: usize,
  channels: i32,
  frameHeight: i32,
  frameWidth: i32,
  height: i32,
  width: i32,
  kernel: i32,
  stride: i32,
): void {
  let from = columns;
  for (let channel = 0; channel < channels; channel++) {
    for (let ky = 0; ky < kernel; ky++) {
      for (let kx = 0; kx < kernel; kx++) {
        for (let y = 0; y < height; y++) {
          let to = padded + ((<usize>((channel * frameHeight + y * stride + ky) * frameWidth + kx)) << 2);
          let x = 0;
          if (stride === 1) {
            for (; x + 4 <= width; x += 4) {
              v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
              to += 16;
              from += 16;
            }
          }
          for (; x < width; x++) {
            store<f32>(to, load<f32>(to) + load<f32>(from));
            to += (<usize>stride) << 2;
            from += 4;
          }
        }
      }
    }
  }
}

/** to[inner, outer, k, k] = from[outer, inner, k, k] with both kernel sides turned round; added where `accumulate`. */
export function turnKernels(
  from: usize,
  to: usize,
  outer: i32,
  inner: i32,
  kernel: i32,
  accumulate: bool,
): void {
  const area = kernel * kernel;
  for (let o = 0; o < outer; o++) {
    for (let i = 0; i < inner; i++) {
      for (let t = 0; t < area; t++) {
        const target = to + ((<usize>((i * outer + o) * area + area - 1 - t)) << 2);
        const value = load<f32>(from + ((<usize>((o * inner + i) * area + t)) << 2));
        store<f32>(target, accumulate ? load<f32>(target) + value : value);
      }
    }
  }
}

/** Every number of row i of out[m, n] becomes values[i]. */
export function fillRows(values: usize, out: usize, m: i32, n: i32): void {
  for (let i = 0; i < m; i++) {
    const value = load<f32>(values + ((<usize>i) << 2));
    const row = out + ((<usize>i * n) << 2);
    const values4 = f32x4.splat(value);
    let j = 0;
    for (; j + 4 <= n; j += 4) v128.store(row + ((<usize>j) << 2), values4);
    for (; j < n; j++) store<f32>(row + ((<usize>j) << 2), value);
  }
}
