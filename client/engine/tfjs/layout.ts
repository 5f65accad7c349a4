import type { Layer } from "../../../shared/spec/layers.ts";
import { listParameters, volume } from "../../../shared/spec/parameters.ts";
import type { Tensors } from "../../../shared/training/training-state.ts";
import { required } from "./ranks.ts";

/** One tensor of a model as a matrix on the device; every run of a group has its own, [runs, rows, columns]. */
export type Matrix = {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** PyTorch's axes, those after the second as one. */
  readonly axes: readonly [number, number, number];
};

/**
 * PyTorch keeps linear weights as [out, in] and kernels as [out, in, taps] (transposed ones as [in, out, taps]). Here the
 * axes are the other way round, so that inputs meet weights as rows meet columns: [in, out], [taps * in, out] and
 * [taps * out, in]. Biases are [1, out].
 */
export function listMatrices(layers: readonly Layer[]): readonly Matrix[] {
  return listParameters(layers).map(({ name, shape }) => {
    const [first = 1, second = 1, ...area] = shape;
    const taps = volume(area);
    return { name, rows: taps * second, columns: first, axes: [first, second, taps] };
  });
}

/** The tensors of several runs in PyTorch's layout as one matrix a run, [runs, rows, columns]. */
export function packRuns({ name, rows, columns, axes }: Matrix, runs: readonly Tensors[]): Float32Array {
  const size = rows * columns;
  const packed = new Float32Array(runs.length * size);
  for (const [run, tensors] of runs.entries())
    packed.set(turn(required(tensors.get(name), name), axes), run * size);
  return packed;
}

/** One run's tensor in PyTorch's layout, out of [runs, rows, columns]. */
export function unpackRun({ rows, columns, axes }: Matrix, packed: Float32Array, run: number): Float32Array {
  const [first, second, taps] = axes;
  return turn(packed.subarray(run * rows * columns, (run + 1) * rows * columns), [taps, second, first]);
}

/** [a, b, c] to [c, b, a]. */
function turn(values: ArrayLike<number>, [a, b, c]: readonly [number, number, number]): Float32Array {
  const turned = new Float32Array(values.length);
  let from = 0;
  for (let i = 0; i < a; i++)
    for (let j = 0; j < b; j++) for (let k = 0; k < c; k++) turned[(k * b + j) * a + i] = values[from++];
  return turned;
}
