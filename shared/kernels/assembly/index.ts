// What `npm run kernels` compiles to kernels.wasm. Plain SIMD only: relaxed SIMD would round as the machine likes.

export {
  leakyRelu,
  leakyReluBackward,
  multiplyBy,
  sigmoid,
  sigmoidBackward,
  tanh,
  tanhBackward,
} from "./activation";
export { adam } from "./adam";
export { adamInDoubles, productOfDoubles, transposeDoubles } from "./double";
export { addSigns, dot, squaredError, sumAbsolute } from "./loss";
export { columnSums, rowSums, transpose } from "./matrix";
export { clear, reserve } from "./memory";
export { fillRows, frame, gatherColumns, scatterColumns, turnKernels, unframe } from "./patches";
export { maxPool, maxPoolBackward, upsample, upsampleBackward } from "./pool";
export { product } from "./product";
export { productOfRows } from "./product-of-rows";
