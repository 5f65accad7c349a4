/** float32 tensors by PyTorch's names (`0.weight`), flat, in PyTorch's order of dimensions. */
export type Weights = ReadonlyMap<string, Float32Array>;
