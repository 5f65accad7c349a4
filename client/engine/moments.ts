import type { ExperimentSpec } from "../../shared/spec/experiment.ts";
import { trainByMoments } from "../../shared/training/moments.ts";
import { scoringOfMeans } from "../../shared/training/score-of-means.ts";
import { trainMoments } from "../../shared/training/second-moments.ts";
import type { Engine } from "./events.ts";
import { memoByJson } from "./memo.ts";
import { makeProcessorEngine, type ProcessorOptions } from "./processor.ts";

/** Exact training of linear models on the processor; the runs of a sweep share the second moments of their split. */
export function makeMomentsEngine(options: ProcessorOptions): Engine {
  const momentsOf = memoByJson((dataset: ExperimentSpec["dataset"]) => trainMoments(dataset, options.digits));
  return makeProcessorEngine(options, {
    steps: (spec, kernels, from) => trainByMoments(spec, momentsOf(spec.dataset), kernels, from),
    async scoring({ dataset, model }, weights, kernels) {
      if (dataset.split.kind === "random") return scoringOfMeans(model, weights, kernels);
      // Single images are scored by what the other engine scores with; the start page does without.
      const { scoringOnKernels } = await import("../../shared/training/score-on-kernels.ts");
      return scoringOnKernels(model, weights, kernels);
    },
  });
}
