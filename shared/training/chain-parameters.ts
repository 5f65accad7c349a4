import type { Kernels } from "../kernels/kernels.ts";
import type { Weights } from "../model/weights.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import type { LayerOf } from "../spec/layers.ts";
import { makeAdamScalars } from "./adam.ts";
import type { Start } from "./exact-model.ts";
import type { Matrix } from "./products.ts";
import type { SettledSpace, Space } from "./space.ts";
import type { Tensors } from "./training-state.ts";

/** One layer's parameters as the matrix [W^T; b], [in + 1, out], and their gradients. */
export type ChainLayer = { readonly P: Matrix; readonly dP: Matrix };

/**
 * The parameters of linear layers in float32, in one block each of values, gradients and Adam's moments for one fused
 * update. Weights lie transposed above their bias, for [x 1] P is what a layer does.
 */
export function placeChainParameters(layers: readonly LayerOf<"linear">[], space: Space) {
  const shapes = layers.map((layer) => ({ rows: layer.in + 1, columns: layer.out }));
  const total = shapes.reduce((sum, { rows, columns }) => sum + whole(rows * columns), 0);
  const [values, gradients, first, second] = [
    space.take(total),
    space.take(total),
    space.take(total),
    space.take(total),
  ];
  let offset = 0;
  const places = shapes.map(({ rows, columns }) => {
    const place = { rows, columns, offset };
    offset += 4 * whole(rows * columns);
    return place;
  });

  return {
    layers: places.map(
      ({ rows, columns, offset }): ChainLayer => ({
        P: { rows, columns, at: values + offset },
        dP: { rows, columns, at: gradients + offset },
      }),
    ),

    /** After the space has settled: what was trained so far goes in, and what a step needs comes out. */
    open(kernels: Kernels, { floats }: SettledSpace, start: Start) {
      const read = (block: number): Weights =>
        new Map(
          places.flatMap(({ rows, columns, offset }, index) => {
            const P = floats(block + offset, rows * columns);
            const bias = (rows - 1) * columns;
            return [
              [`${index}.weight`, transposed(P.subarray(0, bias), columns)],
              [`${index}.bias`, P.slice(bias)],
            ] as const;
          }),
        );
      const write = (block: number, from: Tensors) => {
        for (const [index, { rows, columns, offset }] of places.entries()) {
          const P = floats(block + offset, rows * columns);
          P.set(transposed(from.get(`${index}.weight`) ?? [], rows - 1));
          P.set(from.get(`${index}.bias`) ?? [], (rows - 1) * columns);
        }
      };
      write(values, start.weights);
      if (start.firstMoments !== undefined) write(first, start.firstMoments);
      if (start.secondMoments !== undefined) write(second, start.secondMoments);
      const nextScalars = makeAdamScalars(start.step);
      return {
        update({ learningRate, weightDecay }: ExperimentSpec["optimizer"]): void {
          const { bias1, bias2 } = nextScalars();
          const [step, correction] = [learningRate / bias1, Math.sqrt(bias2)];
          kernels.adam(values, gradients, first, second, total, step, correction, weightDecay);
        },
        weights: () => read(values),
        tensors: () => ({
          weights: read(values),
          firstMoments: read(first),
          secondMoments: read(second),
        }),
      };
    },
  };
}

/** A matrix [rows, columns] as [columns, rows], in float32. */
function transposed(values: ArrayLike<number>, columns: number): Float32Array {
  const rows = values.length / columns;
  const out = new Float32Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = values[i * columns + j];
  }
  return out;
}

/** Four floats fill a vector. */
function whole(count: number): number {
  return Math.ceil(count / 4) * 4;
}
