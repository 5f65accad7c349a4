import * as tf from "@tensorflow/tfjs-core";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { initialWeights } from "../../../shared/model/initial-weights.ts";
import type { GeneratorState, Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { makeAdamScalars } from "../../../shared/training/adam.ts";
import type { Tensors, TrainingState } from "../../../shared/training/training-state.ts";
import type { TfjsDevice } from "./backends.ts";
import { makeConstants } from "./constants.ts";
import { makeMasks } from "./dropout.ts";
import { runModels } from "./layers.ts";
import { listMatrices, type Matrix, packRuns, unpackRun } from "./layout.ts";
import { meanAbsolutes, meanSquares } from "./loss.ts";
import { columnOf, stackOf } from "./ranks.ts";

/** One run of a group as it begins. */
export type RunStart = {
  readonly spec: ExperimentSpec;
  /** The train images [n * 64]; runs that share them give the same array. */
  readonly images: Float32Array;
  /** Draws the first weights where `state` is null. */
  readonly generator: Mt19937;
  readonly state: TrainingState | null;
};

/** The examples of one step, for each run those of its own order; all of train where `rows` is null. */
export type GroupBatch = { readonly rows: readonly Int32Array[] | null; readonly count: number };

/** What Adam goes on from. */
export type Learned = Pick<TrainingState, "step" | "weights" | "firstMoments" | "secondMoments">;

/** A group of runs in training on the present backend, as one program. All that it holds on the device is freed by `dispose`. */
export type Training = {
  /** One update of every run; their losses before it, [runs], still on the device. The caller disposes of them. */
  step(batch: GroupBatch): tf.Tensor1D;
  /** A copy of all weights, still on the device; `readWeights` takes what it holds. The caller disposes of it. */
  copyWeights(): tf.Tensor1D;
  readWeights(copied: Float32Array, run: number): ReadonlyMap<string, Float32Array>;
  copyState(): tf.Tensor1D;
  readState(copied: Float32Array, run: number): Learned;
  saveMasks(): readonly GeneratorState[];
  dispose(): void;
};

/** The specs differ only in what leaves every tensor's shape alone, as group-runs.ts has it. */
export function makeTraining(runs: readonly [RunStart, ...RunStart[]], device: TfjsDevice): Training {
  const specs = mapRuns(runs, ({ spec }) => spec);
  const { model, loss } = specs[0];
  const matrices = listMatrices(model.layers);
  const masks = makeMasks(
    specs,
    runs.map(({ state }) => state?.masks ?? null),
  );
  const constants = makeConstants();
  const rates = tf.tensor2d(specs.map(({ optimizer }) => [optimizer.learningRate, optimizer.weightDecay]));
  const penalties = loss.latentL1 === 0 ? null : tf.tensor1d(specs.map(({ loss: { latentL1 } }) => latentL1));
  const images = openImages(runs.map((run) => run.images));
  const starts = runs.map(startOf);
  const packAll = (part: "weights" | "firstMoments" | "secondMoments", matrix: Matrix) =>
    packRuns(
      matrix,
      starts.map((start) => start[part]),
    );
  const trained = device.openTrained({
    tensors: matrices.map((matrix) => ({
      shape: [runs.length, matrix.rows, matrix.columns],
      weights: packAll("weights", matrix),
      firstMoments: packAll("firstMoments", matrix),
      secondMoments: packAll("secondMoments", matrix),
    })),
    rates,
  });
  let { step: steps } = starts[0];
  const nextScalars = makeAdamScalars(steps);

  const ones = tf.ones<tf.Rank.R1>([runs.length]);

  function losses(weights: readonly tf.Tensor[], batch: tf.Tensor3D): tf.Tensor1D {
    const named = new Map(matrices.map(({ name }, i) => [name, stackOf(weights[i])]));
    const { latent, output } = runModels(model, batch, {
      weights: named,
      constants,
      masks: masks.draw(batch.shape[1]),
    });
    const errors = meanSquares(output, batch);
    return penalties === null ? errors : tf.add(errors, tf.mul(meanAbsolutes(latent), penalties));
  }

  return {
    step({ rows }) {
      const scalars = nextScalars();
      steps++;
      const value = tf.tidy(() => {
        const batch = rows === null ? images.all : images.take(rows);
        // The runs' losses are apart, so the gradient of their sum is that of each.
        const slopes = tf.valueAndGrads((...weights: tf.Tensor[]): tf.Tensor => losses(weights, batch));
        const { value, grads } = slopes([...trained.weights()], ones);
        trained.update(grads, scalars);
        return columnOf(value);
      });
      device.submit();
      return value;
    },
    copyWeights: () => copy(trained.weights()),
    readWeights(copied, run) {
      let from = 0;
      return new Map(
        matrices.map((matrix) => {
          const size = runs.length * matrix.rows * matrix.columns;
          from += size;
          return [matrix.name, unpackRun(matrix, copied.subarray(from - size, from), run)];
        }),
      );
    },
    copyState: () => copy(trained.state()),
    readState(copied, run) {
      const groups = [new Map(), new Map(), new Map()] as const satisfies Map<string, Float32Array>[];
      let from = 0;
      for (const group of groups) {
        for (const matrix of matrices) {
          const size = runs.length * matrix.rows * matrix.columns;
          group.set(matrix.name, unpackRun(matrix, copied.subarray(from, from + size), run));
          from += size;
        }
      }
      const [weights, firstMoments, secondMoments] = groups;
      return { step: steps, weights, firstMoments, secondMoments };
    },
    saveMasks: masks.save,
    dispose() {
      trained.dispose();
      images.dispose();
      constants.dispose();
      tf.dispose([rates, ones, ...(penalties === null ? [] : [penalties])]);
    },
  };
}

function startOf({ spec, generator, state }: RunStart): Learned {
  if (state !== null) return state;
  const weights = initialWeights(spec.model.layers, generator);
  const zeros: Tensors = new Map(
    Array.from(weights, ([name, { length }]) => [name, new Float32Array(length)]),
  );
  return { step: 0, weights, firstMoments: zeros, secondMoments: zeros };
}

/** The train images of all runs, [1, n, 64] where they share them, else [runs, n, 64]. */
function openImages(each: readonly Float32Array[]) {
  const n = each[0].length / PIXELS;
  const isShared = each.every((images) => images === each[0]);
  const stacks = isShared ? 1 : each.length;
  const values = new Float32Array(stacks * n * PIXELS);
  for (let i = 0; i < stacks; i++) values.set(each[i], i * n * PIXELS);
  const all = tf.tensor3d(values, [stacks, n, PIXELS]);
  return {
    all,
    /** Each run's rows, [runs, rows, 64]. */
    take(rows: readonly Int32Array[]): tf.Tensor3D {
      const count = rows[0].length;
      const numbers = new Int32Array(rows.length * count);
      for (const [run, own] of rows.entries())
        for (const [i, row] of own.entries()) numbers[run * count + i] = row + (isShared ? 0 : run * n);
      const flat = tf.reshape<tf.Rank.R2>(all, [stacks * n, PIXELS]);
      return tf.reshape(tf.gather(flat, tf.tensor1d(numbers, "int32")), [rows.length, count, PIXELS]);
    },
    dispose: () => all.dispose(),
  };
}

/** One tensor with copies of others, one after the other. */
function copy(tensors: readonly tf.Tensor[]): tf.Tensor1D {
  return tf.tidy(() => tf.concat1d(tensors.map((tensor) => tf.reshape<tf.Rank.R1>(tensor, [-1]))));
}

function mapRuns<T, U>([first, ...others]: readonly [T, ...T[]], change: (one: T) => U): [U, ...U[]] {
  return [change(first), ...others.map(change)];
}
