import { readExamples } from "../../shared/dataset/examples.ts";
import { scoringOnKernels } from "../../shared/training/score-on-kernels.ts";
import { trainBySimd } from "../../shared/training/simd/train.ts";
import type { EngineMeans } from "./engines.ts";
import type { Engine } from "./events.ts";
import { makeProcessorEngine, type ProcessorOptions } from "./processor.ts";
import { isWorthTeam } from "./team/is-worth-team.ts";

/** Any spec, on the processor, by kernels that give the same bits on every machine, and with any number of threads. */
export function makeSimdEngine({
  openTeam,
  ...options
}: ProcessorOptions & Pick<EngineMeans, "openTeam">): Engine {
  return makeProcessorEngine(options, {
    async steps(spec, kernels, from) {
      const { train } = readExamples(spec.dataset, options.digits);
      const team = openTeam !== undefined && isWorthTeam(spec, from) ? await openTeam() : null;
      return team === null
        ? trainBySimd(spec, train, kernels, from)
        : trainBySimd(spec, train, team.kernels, from, team.helpersFor(spec));
    },
    scoring: ({ model }, weights, kernels) => scoringOnKernels(model, weights, kernels),
  });
}
