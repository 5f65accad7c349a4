// TensorFlow.js layers as its users write them, `model.compile` and `model.fit`: `node tfjs.ts BACKEND`.
import { createRequire, registerHooks } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { LayersModel } from "@tensorflow/tfjs-layers";
import { letNodeReadTfjs } from "../../../client/command/tfjs-in-node.ts";
import { openWebgpu } from "../../../client/command/webgpu-in-node.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Done, Order, Trained } from "../protocol.ts";
import { answerOrders, readImages, trainAll } from "./answer.ts";

const WRAPPED = "?with-names";

// It imports `alea` by name from a CommonJS package whose names Node cannot list.
registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    const isTheirs = specifier === "seedrandom" && context.parentURL?.includes("@tensorflow/");
    return isTheirs ? { ...found, url: `${found.url}${WRAPPED}`, format: "module" } : found;
  },
  load(url, context, next) {
    // Emscripten's files of the wasm backend are CommonJS.
    if (url.includes("/wasm-out/")) return next(url, { ...context, format: "commonjs" });
    if (!url.endsWith(WRAPPED)) return next(url, context);
    const path = JSON.stringify(fileURLToPath(url.slice(0, -WRAPPED.length)));
    const source = `import { createRequire } from "node:module";
      export const { alea } = createRequire(import.meta.url)(${path});`;
    return { format: "module", source, shortCircuit: true };
  },
});
letNodeReadTfjs();
const tf = await import("@tensorflow/tfjs-core");
await import("@tensorflow/tfjs-core/dist/register_all_gradients");
await import("@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops");
const { layers: build, sequential } = await import("@tensorflow/tfjs-layers");

const backend = process.argv[2] ?? "wasm";
if (backend === "webgpu") await openWebgpu();
await loadBackend();
if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js could not start ${backend}`);

async function loadBackend(): Promise<void> {
  if (backend === "cpu") await import("@tensorflow/tfjs-backend-cpu");
  if (backend === "webgpu") await import("@tensorflow/tfjs-backend-webgpu");
  if (backend !== "wasm") return;
  const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
  const bundle = createRequire(import.meta.url).resolve("@tensorflow/tfjs-backend-wasm");
  setWasmPaths(`${dirname(bundle)}/`);
}

function buildModel({ model }: ExperimentSpec): LayersModel {
  const net = sequential();
  for (const [index, layer] of model.layers.entries()) {
    const inputShape = index > 0 ? {} : { inputShape: layer.kind === "conv2d" ? [8, 8, 1] : [64] };
    if (layer.kind === "linear") net.add(build.dense({ units: layer.out, ...inputShape }));
    else if (layer.kind === "conv2d")
      net.add(build.conv2d({ filters: layer.out, kernelSize: layer.kernel, padding: "same", ...inputShape }));
    else if (layer.kind === "relu") net.add(build.reLU());
    else throw new Error(`the bench has no ${layer.kind} for TensorFlow.js`);
  }
  return net;
}

async function trainOne(spec: ExperimentSpec, order: Order): Promise<Done> {
  const isImage = spec.model.layers[0]?.kind === "conv2d";
  const open = (text: string) => {
    const flat = readImages(text);
    return tf.tensor(flat, isImage ? [flat.length / 64, 8, 8, 1] : [flat.length / 64, 64]);
  };
  const [x, test, random] = [open(order.train), open(order.test), open(order.random)];
  const start = performance.now();
  const model = buildModel(spec);
  model.compile({ optimizer: tf.train.adam(spec.optimizer.learningRate), loss: "meanSquaredError" });
  const { history } = await model.fit(x, x, { epochs: spec.epochs, batchSize: x.shape[0], verbose: 0 });
  const trained = performance.now();
  const score = async (images: typeof x) => {
    const loss = model.evaluate(images, images, { batchSize: images.shape[0] });
    return (await (Array.isArray(loss) ? loss[0] : loss)?.data())?.[0] ?? Number.NaN;
  };
  const errors = {
    trainMse: await score(x),
    testMse: await score(test),
    randomMse: await score(random),
  };
  const scored = performance.now();
  tf.dispose([x, test, random]);
  model.dispose();
  const losses = history.loss?.map(Number) ?? [];
  const run: Trained = { first: losses[0] ?? Number.NaN, last: losses.at(-1) ?? Number.NaN, ...errors };
  return { trainMs: trained - start, scoreMs: scored - trained, runs: [run] };
}

await answerOrders((order) => trainAll(order, trainOne));
