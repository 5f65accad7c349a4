import { trainBySimd } from "../../shared/training/simd/train.ts";
import type { Engine } from "./events.ts";
import { makeProcessorEngine, type ProcessorOptions } from "./processor.ts";
import { makeTrainImages } from "./train-images.ts";

/** Any spec, on the processor, by kernels that give the same bits on every machine. */
export function makeSimdEngine(options: ProcessorOptions): Engine {
  const trainImages = makeTrainImages(options.digits);
  return makeProcessorEngine(options, (spec, kernels, from) =>
    trainBySimd(spec, trainImages(spec.dataset), kernels, from),
  );
}
