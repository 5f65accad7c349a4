/**
 * The kernels of kernels.wasm (sources and contracts in assembly/): arrays by their byte address, float32 but where doubles
 * are named, counts in numbers. One instance serves one training at a time, whose numbers live in its memory.
 */
export type Kernels = {
  readonly memory: { readonly buffer: ArrayBufferLike };
  reserve(bytes: number): number;
  clear(address: number, n: number): void;
  product(
    a: number,
    down: number,
    along: number,
    b: number,
    out: number,
    m: number,
    k: number,
    n: number,
    bias: number,
    accumulate: boolean,
  ): void;
  productOfRows(a: number, b: number, out: number, m: number, k: number, n: number): void;
  transpose(a: number, out: number, m: number, n: number): void;
  columnSums(a: number, out: number, m: number, n: number, stride: number): void;
  rowSums(a: number, out: number, m: number, n: number): void;
  fillRows(values: number, out: number, m: number, n: number): void;
  frame(
    image: number,
    padded: number,
    channels: number,
    height: number,
    width: number,
    padding: number,
  ): void;
  unframe(
    padded: number,
    image: number,
    channels: number,
    height: number,
    width: number,
    padding: number,
    bias: number,
  ): void;
  gatherColumns: (padded: number, columns: number, channels: number, ...grid: Grid) => void;
  scatterColumns: (columns: number, padded: number, channels: number, ...grid: Grid) => void;
  turnKernels(
    from: number,
    to: number,
    outer: number,
    inner: number,
    kernel: number,
    accumulate: boolean,
  ): void;
  maxPool: (x: number, y: number, winners: number, ...planes: Planes) => void;
  maxPoolBackward: (dy: number, dx: number, winners: number, ...planes: Planes) => void;
  upsample: (x: number, y: number, ...planes: Planes) => void;
  upsampleBackward: (dy: number, dx: number, ...planes: Planes) => void;
  leakyRelu(x: number, y: number, n: number, slope: number): void;
  leakyReluBackward(x: number, dy: number, dx: number, n: number, slope: number): void;
  sigmoid(x: number, y: number, n: number): void;
  sigmoidBackward(y: number, dy: number, dx: number, n: number): void;
  tanh(x: number, y: number, n: number): void;
  tanhBackward(y: number, dy: number, dx: number, n: number): void;
  multiplyBy(x: number, mask: number, y: number, n: number): void;
  squaredError(y: number, x: number, dy: number, n: number, scale: number): number;
  sumAbsolute(x: number, n: number): number;
  dot(x: number, y: number, n: number): number;
  addSigns(x: number, dx: number, n: number, scale: number): void;
  adam(
    value: number,
    gradient: number,
    first: number,
    second: number,
    n: number,
    stepSize: number,
    correction: number,
    decay: number,
  ): void;
  productOfDoubles(
    a: number,
    down: number,
    along: number,
    b: number,
    out: number,
    m: number,
    k: number,
    n: number,
  ): void;
  transposeDoubles(a: number, out: number, m: number, n: number): void;
  adamInDoubles: Kernels["adam"];
};

/** frame height and width, height and width of the places, kernel, stride. */
export type Grid = readonly [number, number, number, number, number, number];
/** planes, height, width, kernel or factor. */
export type Planes = readonly [number, number, number, number];

const NAMES = [
  ...["reserve", "clear", "product", "productOfRows", "transpose", "columnSums", "rowSums", "fillRows"],
  ...["frame", "unframe", "gatherColumns", "scatterColumns", "turnKernels"],
  ...["maxPool", "maxPoolBackward", "upsample", "upsampleBackward", "multiplyBy"],
  ...["leakyRelu", "leakyReluBackward", "sigmoid", "sigmoidBackward", "tanh", "tanhBackward"],
  ...["squaredError", "sumAbsolute", "dot", "addSigns", "adam"],
  ...["productOfDoubles", "transposeDoubles", "adamInDoubles"],
];

/** The exports of an instance of kernels.wasm. Throws TypeError when the file is another one than these types know. */
export function readKernels(exports: object): Kernels {
  if (isKernels(exports)) return exports;
  throw new TypeError(
    "kernels.wasm does not fit shared/kernels/kernels.ts: build it again with npm run kernels",
  );
}

function isKernels(exports: object): exports is Kernels {
  return NAMES.every((name) => typeof Reflect.get(exports, name) === "function");
}
