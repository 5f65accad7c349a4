import * as tf from "@tensorflow/tfjs-core";

/**
 * nn.MaxPool2d(kernel) on the processor, [n, height, width, channels]. As in PyTorch the first of equal pixels gets the
 * whole gradient.
 */
export function maxPoolOnProcessor(images: tf.Tensor4D, kernel: number): tf.Tensor4D {
  const shape = images.shape;
  const [count, height, width, channels] = shape;
  const [rows, columns] = [Math.floor(height / kernel), Math.floor(width / kernel)];
  const operation = tf.customGrad<tf.Tensor4D>(() => {
    const values = images.dataSync();
    const winners = new Int32Array(count * rows * columns * channels);
    let at = 0;
    for (let row = 0; row < count * rows; row++) {
      const top = Math.floor(row / rows) * height + (row % rows) * kernel;
      for (let column = 0; column < columns; column++) {
        for (let channel = 0; channel < channels; channel++) {
          let best = (top * width + column * kernel) * channels + channel;
          for (let tap = 1; tap < kernel ** 2; tap++) {
            const [y, x] = [top + Math.floor(tap / kernel), column * kernel + (tap % kernel)];
            const pixel = (y * width + x) * channels + channel;
            if (values[pixel] > values[best]) best = pixel;
          }
          winners[at++] = best;
        }
      }
    }
    const most = Float32Array.from(winners, (pixel) => values[pixel]);
    return {
      value: tf.tensor4d(most, [count, rows, columns, channels]),
      gradFunc: (dy) => {
        const slopes = dy.dataSync();
        const result = new Float32Array(count * height * width * channels);
        for (let i = 0; i < winners.length; i++) result[winners[i]] += slopes[i];
        return tf.tensor4d(result, shape);
      },
    };
  });
  return operation(images);
}
