import * as tf from "@tensorflow/tfjs-core";

/** Tensors that no step changes, made once and kept on the device until `dispose`. */
export type Constants = {
  get(name: string, make: () => tf.Tensor): tf.Tensor;
  dispose(): void;
};

export function makeConstants(): Constants {
  const known = new Map<string, tf.Tensor>();
  return {
    get(name, make) {
      const constant = known.get(name) ?? tf.keep(make());
      known.set(name, constant);
      return constant;
    },
    dispose() {
      tf.dispose([...known.values()]);
      known.clear();
    },
  };
}
