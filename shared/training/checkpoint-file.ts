import { type Complaint, explain, formatComplaint, formatPath } from "../explain.ts";
import { MAX_CHECKPOINT_BYTES } from "../limits.ts";
import {
  encodeTensors,
  type NamedTensor,
  type Numbers,
  openTensorFile,
  readTensor,
  type TensorFile,
  type TypeOf,
} from "../model/tensor-file.ts";
import { GENERATOR_WORDS, type GeneratorState } from "../random/mt19937.ts";
import { failure, type Result, success } from "../result.ts";
import { findDifference } from "../spec/difference.ts";
import type { ExperimentSpec } from "../spec/experiment.ts";
import { canonicalJson } from "../spec/identity.ts";
import { listParameters, type Parameter } from "../spec/parameters.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { CheckpointFacts, complainOfPlace } from "./checkpoint-facts.ts";
import type { Tensors } from "./training-state.ts";

/**
 * A checkpoint as a safetensors file, which Python opens, too: `weights/0.weight`, `firstMoments/0.weight`, ..., the
 * generators' words, the losses so far; what is no tensor lies in the metadata as JSON under `checkpoint`, with the spec.
 */
const GROUPS = ["weights", "firstMoments", "secondMoments"] as const;
export function encodeCheckpoint({ spec, engine, device, history, state }: Checkpoint): Uint8Array {
  const parameters = listParameters(spec.model.layers);
  const { epoch, batch, step, lossSum, order, masks } = state;
  const tensors = GROUPS.flatMap((group) =>
    parameters.map(({ name, shape }): NamedTensor => {
      const values = state[group].get(name);
      if (values === undefined) throw new TypeError(`${group} has no ${name}`);
      return { name: `${group}/${name}`, shape, values };
    }),
  );
  const isDouble = tensors[0]?.values instanceof Float64Array;
  const facts: CheckpointFacts = {
    version: 1,
    engine,
    device,
    precision: isDouble ? "F64" : "F32",
    epoch,
    batch,
    step,
    lossSum,
    orderNext: order.next,
    masksNext: masks?.next ?? null,
    resumed: [...(history.resumed ?? [])],
  };
  const trainLoss = Float64Array.from(history.trainLoss);
  return encodeTensors(
    [
      { name: "trainLoss", shape: [trainLoss.length], values: trainLoss },
      ...tensors,
      { name: "order", shape: [GENERATOR_WORDS], values: order.words },
      ...(masks === null ? [] : [{ name: "masks", shape: [GENERATOR_WORDS], values: masks.words }]),
    ],
    { checkpoint: JSON.stringify(facts), spec: canonicalJson(spec) },
  );
}

/**
 * Reads a checkpoint of `spec` from foreign bytes. A failure names what was expected and what came: another spec (with the
 * first field that differs), a truncated file, tensors of other names, shapes or types, numbers that are not finite.
 */
export function decodeCheckpoint(spec: ExperimentSpec, bytes: Uint8Array): Result<Checkpoint, Complaint> {
  if (bytes.length > MAX_CHECKPOINT_BYTES) {
    return refuse("", `expected at most ${MAX_CHECKPOINT_BYTES} bytes, got ${bytes.length}`);
  }
  const opened = openTensorFile(bytes);
  if (!opened.ok) return refuse(opened.error.path, opened.error.message);
  const file = opened.value;
  const { checkpoint, spec: theirs } = file.metadata;
  if (checkpoint === undefined || theirs === undefined) {
    return refuse("", "expected a checkpoint of a run, got a safetensors file of something else");
  }
  const other = findDifference(JSON.parse(canonicalJson(spec)), parseJson(theirs));
  if (other !== null) return refuse("", `it is of another spec; ${formatComplaint(other)}`);
  const json = parseJson(checkpoint);
  const parsed = CheckpointFacts.safeParse(json);
  if (!parsed.success) {
    const { path, message } = explain(parsed.error, json);
    return refuse(path, message);
  }
  return readNumbers(spec, parsed.data, file);
}

function readNumbers(
  spec: ExperimentSpec,
  facts: CheckpointFacts,
  file: TensorFile,
): Result<Checkpoint, Complaint> {
  const { version: _, engine, device, precision, resumed, orderNext, masksNext, ...place } = facts;
  const parameters = listParameters(spec.model.layers);
  const complaints: Complaint[] = [];
  /** What was read, or nothing and a complaint. */
  const need = <T extends Numbers>(name: string, shape: readonly number[], type: TypeOf<T>): T => {
    const read = readTensor(file, { name, shape, type });
    if (read.ok) return read.value;
    complaints.push(read.error);
    return new type(new ArrayBuffer(0));
  };
  const group = (name: (typeof GROUPS)[number]): Tensors =>
    new Map(
      parameters.map(({ name: tensor, shape }) => [
        tensor,
        precision === "F64"
          ? need(`${name}/${tensor}`, shape, Float64Array)
          : need(`${name}/${tensor}`, shape, Float32Array),
      ]),
    );
  const misplaced = complainOfPlace(spec, place);
  if (misplaced !== null) complaints.push(misplaced);
  const stranger = Object.keys(file.tensors).find((name) => !isKnown(name, parameters));
  if (stranger !== undefined) {
    const known = parameters.map(({ name }) => name).join(", ");
    complaints.push({ path: stranger, message: `unknown tensor; this model has ${known}` });
  }
  const generator = (name: string, following: number): GeneratorState => ({
    words: need(name, [GENERATOR_WORDS], Uint32Array),
    next: following,
  });
  const state = {
    ...place,
    weights: group("weights"),
    firstMoments: group("firstMoments"),
    secondMoments: group("secondMoments"),
    order: generator("order", orderNext),
    masks: masksNext === null ? null : generator("masks", masksNext),
  };
  const trainLoss = [...need("trainLoss", [place.epoch], Float64Array)];
  const [complaint] = complaints;
  if (complaint !== undefined) return refuse(complaint.path, complaint.message);
  const history = { trainLoss, ...(resumed.length === 0 ? {} : { resumed }) };
  return success({ spec, engine, device, history, state });
}

function isKnown(tensor: string, parameters: readonly Parameter[]): boolean {
  const [group, name] = tensor.split("/");
  if (name === undefined) return ["trainLoss", "order", "masks"].includes(tensor);
  return GROUPS.some((one) => one === group) && parameters.some((one) => one.name === name);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function refuse(place: string, message: string): Result<never, Complaint> {
  return failure({ path: formatPath(place === "" ? ["checkpoint"] : ["checkpoint", place]), message });
}
