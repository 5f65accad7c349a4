import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { isConvolutional } from "../../parts/model-words.ts";
import { plural } from "../../parts/numbers.ts";

/** What a board calls its widths. */
export type WidthWords = {
  /** `hidden size`, the head of a column. */
  readonly name: string;
  /** `each hidden size`. */
  readonly each: string;
  /** `hidden size 20`, what is trained. */
  readonly one: (width: number) => string;
  /** `at hidden size 20`, where one is ranked. */
  readonly at: (width: number) => string;
};

/** The words for a problem's widths; plain ones while its spec is not known. */
export function widthWords(spec: ExperimentSpec | null): WidthWords {
  if (spec !== null && isConvolutional(spec)) {
    const one = (width: number) => plural(width, "kernel");
    return { name: "kernels", each: "each number of kernels", one, at: (width) => `with ${one(width)}` };
  }
  const name = spec === null ? "width" : "hidden size";
  return {
    name,
    each: `each ${name}`,
    one: (width) => `${name} ${width}`,
    at: (width) => `at ${name} ${width}`,
  };
}
