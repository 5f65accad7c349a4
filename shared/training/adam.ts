const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** One parameter tensor in training, with Adam's moments beside it. */
export type Trained = {
  readonly value: Float64Array;
  readonly gradient: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
};

/** A tensor that starts from `initial`; its gradient is filled by the model, step by step. */
export function trained(initial: ArrayLike<number>): Trained {
  const { length } = initial;
  return {
    value: Float64Array.from(initial),
    gradient: new Float64Array(length),
    first: new Float64Array(length),
    second: new Float64Array(length),
  };
}

/**
 * torch.optim.Adam with its default betas and eps (Kingma and Ba, 2015): L2 `weightDecay` is added to the gradient,
 * eps stands outside the root, both moments are bias corrected. Only + - * / and sqrt, so the same on every machine.
 */
export function makeAdam(
  tensors: readonly Trained[],
  options: { learningRate: number; weightDecay: number },
) {
  const { learningRate, weightDecay } = options;
  let power1 = 1; // BETA_1 ^ step
  let power2 = 1; // BETA_2 ^ step
  return {
    /** One update of every tensor from its gradient. */
    step(): void {
      power1 *= BETA_1;
      power2 *= BETA_2;
      const stepSize = learningRate / (1 - power1);
      const correction = Math.sqrt(1 - power2);
      for (const { value, gradient, first, second } of tensors) {
        for (let i = 0; i < value.length; i++) {
          const g = gradient[i] + weightDecay * value[i];
          first[i] = BETA_1 * first[i] + (1 - BETA_1) * g;
          second[i] = BETA_2 * second[i] + (1 - BETA_2) * g * g;
          value[i] -= (stepSize * first[i]) / (Math.sqrt(second[i]) / correction + EPSILON);
        }
      }
    },
  };
}
