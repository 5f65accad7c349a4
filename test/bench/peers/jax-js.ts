// jax-js as its README writes training, a jitted step of valueAndGrad, with Adam by hand as it has no optimizers:
// `node jax-js.ts DEVICE`. Arrays are counted there: an argument is consumed, `.ref` keeps it for another use.
import {
  defaultDevice,
  init,
  type Array as JaxArray,
  jit,
  lax,
  nn,
  numpy as np,
  tree,
  valueAndGrad,
} from "@jax-js/jax";
import { openWebgpu } from "../../../client/command/webgpu-in-node.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { listParameters } from "../../../shared/spec/parameters.ts";
import type { Done, Order, Trained } from "../protocol.ts";
import { answerOrders, readImages, trainAll } from "./answer.ts";

if (process.argv[2] === "webgpu") await openWebgpu();
const device = (await init()).find((name) => name === (process.argv[2] ?? "wasm"));
if (device === undefined) throw new Error(`jax-js has no ${process.argv[2]} here`);
defaultDevice(device);

type State = { readonly params: JaxArray[]; readonly first: JaxArray[]; readonly second: JaxArray[] };

function applyLayer(layer: Layer, x: JaxArray, weights: JaxArray[]): JaxArray {
  if (layer.kind === "relu") return nn.relu(x);
  const [weight, bias] = weights.splice(0, 2);
  if (weight === undefined || bias === undefined)
    throw new Error(`the bench has no ${layer.kind} for jax-js`);
  if (layer.kind === "linear") return np.dot(x, np.transpose(weight)).add(bias);
  return lax.conv(x, weight, [1, 1], "SAME").add(bias.reshape([-1, 1, 1]));
}

/** The loss and the mean square error alone, as functions of the parameters and the images. */
function makeLosses({ model, loss }: ExperimentSpec) {
  const run = (params: JaxArray[], x: JaxArray, penalty: number) => {
    const weights = [...params];
    let y = x.ref;
    let extra = np.array(0);
    for (const [index, layer] of model.layers.entries()) {
      y = applyLayer(layer, y, weights);
      if (index === model.latentAfter && penalty > 0)
        extra = extra.add(np.mean(np.absolute(y.ref)).mul(penalty));
    }
    return np.mean(np.square(y.sub(x))).add(extra);
  };
  return {
    loss: (params: JaxArray[], x: JaxArray) => run(params, x, loss.latentL1),
    mse: (params: JaxArray[], x: JaxArray) => run(params, x, 0),
  };
}

function makeStep(spec: ExperimentSpec) {
  const { loss, mse } = makeLosses(spec);
  const { learningRate, weightDecay } = spec.optimizer;
  const step = jit((state: State, bias1: JaxArray, bias2: JaxArray, x: JaxArray) => {
    const [value, slopes] = valueAndGrad(loss)(tree.ref(state.params), x);
    const { params } = state;
    const gradients =
      weightDecay === 0 ? slopes : slopes.map((g, i) => g.add(at(params, i).ref.mul(weightDecay)));
    const first = state.first.map((m, i) => m.mul(0.9).add(at(gradients, i).ref.mul(0.1)));
    const second = state.second.map((v, i) => v.mul(0.999).add(np.square(at(gradients, i)).mul(0.001)));
    const next = params.map((p, i) => {
      const root = np.sqrt(at(second, i).ref).mul(bias2.ref).add(1e-8);
      return p.sub(at(first, i).ref.mul(bias1.ref).mul(learningRate).div(root));
    });
    tree.dispose([bias1, bias2]);
    return { value, state: { params: next, first, second } };
  });
  return { step, mse: jit(mse) };
}

function at(arrays: readonly JaxArray[], i: number): JaxArray {
  const found = arrays[i];
  if (found === undefined) throw new RangeError(`no array ${i}`);
  return found;
}

/** Compiled once for a model and its images, as a user's sweep over seeds would have it. */
const compiled = new Map<string, ReturnType<typeof makeStep>>();

function stepOf(spec: ExperimentSpec, images: number): ReturnType<typeof makeStep> {
  const key = JSON.stringify([spec.model, spec.loss, spec.optimizer, images]);
  const found = compiled.get(key) ?? makeStep(spec);
  compiled.set(key, found);
  return found;
}

function firstState({ model }: ExperimentSpec): State {
  const params = listParameters(model.layers).map(({ shape, fanIn }) => {
    const bound = 1 / Math.sqrt(fanIn);
    const values = Float32Array.from(
      { length: shape.reduce((a, b) => a * b, 1) },
      () => bound * (2 * Math.random() - 1),
    );
    return np.array(values).reshape([...shape]);
  });
  const zeros = () => params.map((p) => np.zerosLike(p.ref));
  return { params, first: zeros(), second: zeros() };
}

async function trainOne(spec: ExperimentSpec, order: Order): Promise<Done> {
  const isImage = spec.model.layers[0]?.kind === "conv2d";
  const open = (text: string) => np.array(readImages(text)).reshape(isImage ? [-1, 1, 8, 8] : [-1, 64]);
  const [x, test, random] = [open(order.train), open(order.test), open(order.random)];
  const start = performance.now();
  const { step, mse } = stepOf(spec, x.shape[0] ?? 0);
  let state = firstState(spec);
  const losses: number[] = [];
  for (let epoch = 1; epoch <= spec.epochs; epoch++) {
    const [bias1, bias2] = [np.array(1 / (1 - 0.9 ** epoch)), np.array(1 / Math.sqrt(1 - 0.999 ** epoch))];
    const done = step(state, bias1, bias2, x.ref);
    state = done.state;
    losses.push(Number(await done.value.jsAsync()));
  }
  const trained = performance.now();
  const score = async (images: JaxArray) => Number(await mse(tree.ref(state.params), images).jsAsync());
  const errors = { trainMse: await score(x), testMse: await score(test), randomMse: await score(random) };
  const scored = performance.now();
  tree.dispose(state);
  const run: Trained = { first: losses[0] ?? Number.NaN, last: losses.at(-1) ?? Number.NaN, ...errors };
  return { trainMs: trained - start, scoreMs: scored - trained, runs: [run] };
}

await answerOrders((order) => trainAll(order, trainOne));
