import { expect, test } from "vitest";
import { scaleImages } from "../../shared/dataset/scaling.ts";
import { splitExamples, takeImages } from "../../shared/dataset/split.ts";
import { encodeSafetensors } from "../../shared/model/safetensors.ts";
import type { Weights } from "../../shared/model/weights.ts";
import { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { sha256Hex } from "../../shared/spec/identity.ts";
import { trainBySimd } from "../../shared/training/simd/train.ts";
import { openKernels } from "../../worker/kernels.ts";
import specs from "../reference/specs.json";
import { hashes } from "../shared/training/simd-hashes.ts";
import { digits } from "./real-run.ts";

test.each(Object.entries(hashes))(
  "%s: workerd trains the weights that Node trains, to the last bit",
  (name, hash) => {
    const spec = ExperimentSpec.parse(Reflect.get(specs, name));
    const { train } = splitExamples(spec.dataset.split, digits.labels);
    let weights: Weights = new Map();
    for (const step of trainBySimd(
      spec,
      takeImages(scaleImages(digits, spec.dataset.scaling), train),
      openKernels(),
    )) {
      weights = step.weights();
    }
    expect(sha256Hex(encodeSafetensors(spec.model.layers, weights))).toBe(hash);
  },
);
