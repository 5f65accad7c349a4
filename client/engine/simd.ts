import { readExamples } from "../../shared/dataset/examples.ts";
import { scoringOnKernels } from "../../shared/training/score-on-kernels.ts";
import { trainBySimd } from "../../shared/training/simd/train.ts";
import type { Engine } from "./events.ts";
import { makeProcessorEngine, type ProcessorOptions } from "./processor.ts";

/** Any spec, on the processor, by kernels that give the same bits on every machine. */
export function makeSimdEngine(options: ProcessorOptions): Engine {
  return makeProcessorEngine(options, {
    steps: (spec, kernels, from) =>
      trainBySimd(spec, readExamples(spec.dataset, options.digits).train, kernels, from),
    scoring: ({ model }, weights, kernels) => scoringOnKernels(model, weights, kernels),
  });
}
