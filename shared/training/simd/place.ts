import type { Kernels } from "../../kernels/kernels.ts";
import type { Mt19937 } from "../../random/mt19937.ts";
import type { ExperimentSpec } from "../../spec/experiment.ts";
import { makeSpace } from "../space.ts";
import { wireModel } from "./model.ts";
import { placeParameters } from "./parameters.ts";
import { NO_SUMS, type Work } from "./team.ts";

/**
 * Where a training's numbers lie, and the work that is done on them. The places follow from the spec and `parts` alone: every
 * thread that shares a memory finds the same.
 */
export function placeTraining(
  spec: ExperimentSpec,
  { kernels, masks, parts }: { kernels: Kernels; masks: Mt19937 | null; parts: number },
) {
  const space = makeSpace(kernels);
  const parameters = placeParameters(spec.model.layers, space);
  const model = wireModel(spec, { kernels, space, parameters, masks, parts });

  const work: Work = {
    part(task, part) {
      switch (task.kind) {
        case "prepare":
          model.prepare(part);
          return NO_SUMS;
        case "pass":
          return model.pass(task.images, task.batch, part);
        case "update":
          parameters.update(kernels, part, task);
          return NO_SUMS;
        default:
          return task satisfies never;
      }
    },
    gather: model.gather,
  };
  return { space, parameters, model, work };
}
