import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { canonicalJson } from "../../../shared/spec/identity.ts";
import { layersOfWidth } from "../../../shared/spec/latent-width.ts";
import { inputShape } from "../../../shared/spec/shapes.ts";
import { WIDTH_PARAMETERS } from "../model/parameters.ts";
import { type ReadModel, readModel } from "../model/read-model.ts";
import { literal } from "./literal.ts";

/** One run of an attempt. `width` is null where the class was trained as it is written. */
export type PythonRun = { readonly width: number | null; readonly spec: ExperimentSpec };

/** The student's class, and the shape of the items that it is given. */
export type PythonClass = { readonly source: string; readonly itemShape: readonly number[] };

/** How the models of an attempt are made in Python. */
export type ModelPlan = {
  /** Of one example. */
  readonly inputShape: readonly number[];
  readonly returnsLatent: boolean;
} & (
  | {
      readonly kind: "class";
      /** The class's call; `width` is a number or a name, where the class takes one. */
      readonly call: (width: string) => string;
      readonly widthParameter: string | null;
    }
  /** By the layers of each run, and why not by the class. */
  | { readonly kind: "layers"; readonly why: "noParameter" | "changed" }
);

type Model = ExperimentSpec["model"];

/**
 * The student's own class where it still makes the layers that were trained: with the parameter that gives every run its
 * width, those that the homework names first. Else the layers alone.
 */
export function planModel(code: PythonClass, runs: readonly PythonRun[]): ModelPlan {
  const options = { inputShape: code.itemShape };
  const base = readModel(code.source, options);
  if (!base.ok) return layersAlone(runs, "changed");
  const makes = (name: string | null) =>
    runs.every(({ width, spec }) => {
      const set = name !== null && width !== null;
      const read = set ? readModel(code.source, { ...options, parameters: { [name]: width } }) : base;
      return read.ok && isSameModel(read.value, spec.model);
    });
  const widthParameter = runs.every(({ width }) => width === null)
    ? null
    : (widthParameters(base.value).find(makes) ?? null);
  if (widthParameter === null && !makes(null)) return layersAlone(runs, whyNot(base.value, runs));
  const { className, returnsLatent, parameters, inputShape } = base.value;
  const passed = parameters.filter(({ name, source }) => source === "homework" && name !== widthParameter);
  const before = passed.map(({ name, value }) => `${name}=${literal(value)}`);
  return {
    kind: "class",
    inputShape,
    returnsLatent,
    widthParameter,
    call: (width) =>
      `${className}(${[...before, ...(widthParameter === null ? [] : [`${widthParameter}=${width}`])].join(", ")})`,
  };
}

function widthParameters({ parameters }: ReadModel): readonly string[] {
  const names = parameters.filter(({ value }) => Number.isInteger(value)).map(({ name }) => name);
  const usual = WIDTH_PARAMETERS.filter((name) => names.includes(name));
  return [...usual, ...names.filter((name) => !usual.includes(name))];
}

function layersAlone(runs: readonly PythonRun[], why: "noParameter" | "changed"): ModelPlan {
  const shape = inputShape(runs[0]?.spec.model.layers ?? []);
  return { kind: "layers", why, inputShape: shape, returnsLatent: false };
}

function whyNot(base: ReadModel, runs: readonly PythonRun[]): "noParameter" | "changed" {
  const model = modelOf(base);
  const isOnlyWidth = runs.every(({ width, spec }) => {
    const layers = width === null ? model.layers : layersOfWidth(model, width);
    return layers !== null && isSameModel({ ...model, layers }, spec.model);
  });
  return isOnlyWidth ? "noParameter" : "changed";
}

function modelOf({ layers, latentAfter }: Pick<ReadModel, "layers" | "latentAfter">): Model {
  return { layers: [...layers], latentAfter };
}

function isSameModel(a: Pick<ReadModel, "layers" | "latentAfter">, b: Model): boolean {
  return canonicalJson(modelOf(a)) === canonicalJson(modelOf(b));
}
