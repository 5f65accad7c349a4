import type { Metrics } from "../../api/runs.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import { canonicalJson } from "../../spec/identity.ts";
import { latentWidth, withLatentWidth } from "../../spec/sweep.ts";
import { BUILT_IN_PROBLEMS } from "../problems.ts";

/**
 * What PyTorch 1.13 gives for the built-in problems as they stand, with seed 0: test/reference/make_reference.py on the specs
 * of BUILT_IN_PROBLEMS, by problem and width.
 */
const RESULTS: Readonly<Record<string, Readonly<Record<number, Metrics>>>> = {
  "problem-1": {
    5: { trainMse: 0.8639351, testMse: 0.8612357, randomMse: 1.163962 },
    20: { trainMse: 0.4844398, testMse: 0.4849763, randomMse: 1.083953 },
    40: { trainMse: 0.3362155, testMse: 0.340695, randomMse: 1.0339 },
    80: { trainMse: 0.2181692, testMse: 0.2255442, randomMse: 0.9296753 },
    100: { trainMse: 0.1940316, testMse: 0.2017192, randomMse: 0.8951203 },
    200: { trainMse: 0.106008, testMse: 0.1126432, randomMse: 0.761474 },
  },
  "problem-2": {
    1: { trainMse: 0.810051, testMse: 0.8072226, randomMse: 0.9543816 },
    5: { trainMse: 0.1463008, testMse: 0.1498975, randomMse: 0.3387523 },
    20: { trainMse: 0.0510208, testMse: 0.05158011, randomMse: 0.1701931 },
    40: { trainMse: 0.03214288, testMse: 0.03269361, randomMse: 0.06890976 },
    80: { trainMse: 0.02382918, testMse: 0.02418698, randomMse: 0.05465358 },
    200: { trainMse: 0.004909034, testMse: 0.004974696, randomMse: 0.0402666 },
  },
  "problem-3": {
    40: { trainMse: 0.2137779, testMse: 0.6501039, randomMse: 1.082876, auroc: 0.9954384 },
  },
};

/** PyTorch's numbers for a built-in spec at a width; null for any other spec, and where nobody ran it. */
export function pytorchResult(spec: ExperimentSpec, width: number | null): Metrics | null {
  const at = width ?? latentWidth(spec);
  if (at === null) return null;
  const key = narrow(spec);
  const problem = BUILT_IN_PROBLEMS.find(({ sweep }) => narrow(sweep.spec) === key);
  return problem === undefined ? null : (RESULTS[problem.name]?.[at] ?? null);
}

function narrow(spec: ExperimentSpec): string {
  const one = withLatentWidth(spec, 1);
  return canonicalJson(one.ok ? one.value : spec);
}
