import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { widthSymbol } from "../../../parts/model-words.ts";

/** `h = 5`; `loss` where the class was trained as it is written. */
export function nameRun(spec: ExperimentSpec, width: number | null): string {
  return width === null ? "loss" : `${widthSymbol(spec)} = ${width}`;
}
