import { failure, type Result, success } from "../../../shared/result.ts";
import type { Layer } from "../../../shared/spec/layers.ts";
import { layerShapes, sizeOf } from "../../../shared/spec/shapes.ts";
import { chooseClass, MODEL } from "../choose-class.ts";
import { type Complaint, makePlaces, placeComplaints, type SpanComplaint } from "../complaint.ts";
import { ancestryOf, findMethod } from "../interpreter/classes.ts";
import { type Globals, readGlobals } from "../interpreter/globals.ts";
import { type Run, startRun } from "../interpreter/run.ts";
import { MAX_COMPLAINTS } from "../limits.ts";
import { parsePython, withoutMark } from "../python/parse.ts";
import { chainOf } from "../torch/flow.ts";
import { PYTORCH } from "../torch/pytorch.ts";
import { checkSpec } from "./check-spec.ts";
import { checkUse } from "./check-use.ts";
import { latentHint } from "./hint.ts";
import { bottleneckOf } from "./latent.ts";
import { buildLayers } from "./layers.ts";
import type { Setting } from "./parameters.ts";
import { type Trace, traceModel } from "./trace.ts";

export type ModelOptions = {
  /** The class to read; left out, the last nn.Module with a forward. */
  readonly className?: string;
  /** Values for parameters of __init__. */
  readonly parameters?: Readonly<Record<string, Setting>>;
  /** One example's shape, [64] or [1, 8, 8]; left out, whichever the class takes. */
  readonly inputShape?: readonly number[];
};

/** What a class says, in a spec's words. */
export type ReadModel = {
  readonly className: string;
  readonly layers: readonly Layer[];
  readonly latentAfter: number;
  /** Whether forward returns the latent beside the reconstruction; where not, latentAfter is the bottleneck. */
  readonly returnsLatent: boolean;
  /** The shape of one example that forward was followed with. */
  readonly inputShape: readonly number[];
  readonly parameters: readonly ReadParameter[];
};

export type ReadParameter = {
  readonly name: string;
  readonly value: Setting;
  readonly source: "set" | "default" | "homework";
  readonly line: number;
  readonly column: number;
};

/** A Dataset hands out rows of (1, 64), so a batch of rows is (N, 1, 64); plain (N, 64) and images are tried too. */
const ROWS = [[1, 64], [64]] as const;
const IMAGES = [[1, 8, 8]] as const;

/** Reads a PyTorch class into the layers of a spec. Nothing is executed; a failure says where and what to do. */
export function readModel(text: string, options: ModelOptions = {}): Result<ReadModel, readonly Complaint[]> {
  const source = withoutMark(text);
  const refuse = (complaints: readonly SpanComplaint[]) =>
    failure(placeComplaints(source, complaints, MAX_COMPLAINTS));
  const statements = parsePython(source);
  if (!statements.ok) return refuse(statements.error);
  const globals = readGlobals(statements.value);
  const shapes = candidateShapes(options.inputShape);
  if (shapes === null) {
    const given = options.inputShape?.join("x");
    return refuse([
      { from: 0, to: 0, message: `an input of ${given} does not hold the 64 numbers of an image` },
    ]);
  }
  const attempts = shapes.map((shape) => attempt(source, globals, options, shape));
  const best = attempts.find(({ model }) => model !== null);
  if (best?.model) return success(best.model);
  const prefersImages = attempts.some(({ run }) => usesImages(run));
  const shown = attempts.find(({ shape }) => (shape.length === 3) === prefersImages) ?? attempts[0];
  return refuse(shown?.run.complaints ?? []);
}

function candidateShapes(asked: readonly number[] | undefined): readonly (readonly number[])[] | null {
  if (asked === undefined) return [...ROWS, ...IMAGES];
  if (asked.reduce((product, size) => product * size, 1) !== 64) return null;
  return asked.length === 1 ? ROWS : [asked];
}

type Attempt = { readonly run: Run; readonly shape: readonly number[]; readonly model: ReadModel | null };

function attempt(source: string, globals: Globals, options: ModelOptions, shape: readonly number[]): Attempt {
  const run = startRun(source, globals, { ...PYTORCH, hintFor: latentHint });
  const type = chooseClass(run, MODEL, options.className);
  if (!type.ok) {
    run.complaints.push(...type.error);
    return { run, shape, model: null };
  }
  const trace = traceModel(run, type.value, options.parameters ?? {}, shape);
  if (trace !== null && run.complaints.length === 0) checkUse(run, trace);
  if (trace === null || run.complaints.length > 0) return { run, shape, model: null };
  const built = buildModel(source, type.value.definition.name, trace, shape);
  const init = findMethod(ancestryOf(run, type.value), "__init__");
  run.complaints.push(
    ...checkSpec(built.model, built.flows, init?.definition.nameAt ?? type.value.definition.nameAt),
  );
  return { run, shape, model: run.complaints.length === 0 ? built.model : null };
}

function buildModel(source: string, className: string, trace: Trace, inputShape: readonly number[]) {
  const { layers, flows } = buildLayers(chainOf(trace.out));
  const place = makePlaces(source);
  const shapes = layerShapes(layers);
  const sizes = layers.map((layer, i) => {
    const shape = shapes.ok ? shapes.value[i] : undefined;
    return { layer, size: shape === undefined ? 0 : sizeOf(shape) };
  });
  const { latent } = trace;
  const latentAfter = latent === null ? bottleneckOf(sizes) : flows.lastIndexOf(latent);
  const parameters = trace.parameters.map(({ name, value, source: from, at }) => ({
    ...{ name, value, source: from },
    ...place(at.from),
  }));
  const returnsLatent = latent !== null;
  return { flows, model: { className, layers, latentAfter, returnsLatent, inputShape, parameters } };
}

function usesImages({ modules, sawImageLayer }: Run): boolean {
  return (
    sawImageLayer ||
    modules.some(({ recipe }) =>
      recipe.kind === "layer"
        ? ["conv2d", "convTranspose2d", "maxPool2d"].includes(recipe.layer.kind)
        : recipe.kind === "upsample",
    )
  );
}
