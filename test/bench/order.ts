import { readFileSync } from "node:fs";
import { parseDigits } from "../../shared/dataset/digits.ts";
import { randomImages } from "../../shared/dataset/random-data.ts";
import { scaleImages } from "../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../shared/dataset/split.ts";
import type { Order } from "./protocol.ts";
import type { Workload } from "./workloads.ts";

const digits = parseDigits(readFileSync(new URL("../../shared/dataset/digits.bin", import.meta.url)));

/** A workload with its images; with one epoch of each spec where so asked. Throws RangeError for an empty workload. */
export function buildOrder({ specs, name }: Workload, oneEpoch: boolean): Order {
  const dataset = specs[0]?.dataset;
  if (dataset === undefined) throw new RangeError(`${name} has no specs`);
  const images = scaleImages(digits, dataset.scaling);
  const { train, test } = splitExamples(dataset.split, digits.labels);
  return {
    specs: oneEpoch ? specs.map((spec) => ({ ...spec, epochs: 1 })) : [...specs],
    train: encode(takeImages(images, train)),
    test: encode(takeImages(images, test)),
    random: encode(randomImages()),
  };
}

function encode(values: Float32Array): string {
  return Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString("base64");
}
