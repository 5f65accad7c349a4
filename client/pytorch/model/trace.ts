import type { Span } from "../complaint.ts";
import { ancestryOf, findMethod, methodsOf } from "../interpreter/classes.ts";
import { describeValue, nearest } from "../interpreter/describe.ts";
import { BATCH, fixed, formatDims, sameDim, volumeOf } from "../interpreter/dims.ts";
import { callFunction } from "../interpreter/functions.ts";
import { makeObject } from "../interpreter/objects.ts";
import { complain, type Run } from "../interpreter/run.ts";
import type { ClassValue, Flow, ObjectValue, Tensor, Value } from "../interpreter/value.ts";
import type { FunctionDefinition } from "../python/tree.ts";
import { flowOf, inputTensor } from "../torch/flow.ts";
import { chooseParameters, type ModelParameter, type Setting, settingValue } from "./parameters.ts";

/** What following a class from its __init__ to the end of forward found. */
export type Trace = {
  readonly object: ObjectValue;
  readonly out: Flow;
  /** Null where forward returns the reconstruction alone. */
  readonly latent: Flow | null;
  readonly parameters: readonly ModelParameter[];
};

/** Follows `X(**parameters)(input)` for an input of that shape an example; null after a complaint. */
export function traceModel(
  run: Run,
  type: ClassValue,
  settings: Readonly<Record<string, Setting>>,
  inputShape: readonly number[],
): Trace | null {
  const made = makeModel(run, type, settings);
  if (made === null) return null;
  const forward = findForward(run, type);
  if (forward === null || run.isLost || !takesOneInput(run, forward.definition)) return null;
  run.phase = "forward";
  const input = inputTensor([BATCH, ...inputShape.map(fixed)]);
  const returned = callFunction(
    run,
    { kind: "function", ...forward, self: made.object },
    {
      positional: [{ value: input, at: forward.definition.nameAt }],
      named: new Map(),
      at: forward.definition.nameAt,
    },
  );
  if (run.complaints.length > 0) return null;
  const ends = readEnds(run, returned, forward.definition.nameAt);
  return ends === null ? null : { ...made, ...ends };
}

function makeModel(run: Run, type: ClassValue, settings: Readonly<Record<string, Setting>>) {
  const init = findMethod(ancestryOf(run, type), "__init__");
  const misspelt = methodsOf(type).find(
    ({ name }) => /^_*init?_*$|^__int__$/.test(name) && name !== "__init__",
  );
  if (misspelt !== undefined && init?.owner !== type) {
    complain(
      run,
      misspelt.nameAt,
      `${misspelt.name} is never called; write __init__, with two _ on each side`,
    );
    return null;
  }
  const parameters = init === null ? [] : chooseParameters(run, init.definition, settings);
  if (parameters === null) return null;
  const at = init?.definition.nameAt ?? type.definition.nameAt;
  const passed = parameters
    .filter(({ source }) => source !== "default")
    .map(({ name, value, at }) => [name, { value: settingValue(value), at }] as const);
  const object = makeObject(run, type, { positional: [], named: new Map(passed), at });
  if (!object.isReady && run.complaints.length === 0)
    complain(run, at, "super().__init__() is never called; make it the first line of __init__");
  return { object, parameters };
}

function takesOneInput(run: Run, { parameters }: FunctionDefinition): boolean {
  const second = parameters.slice(2).find(({ fallback, stars }) => fallback === null && stars === 0);
  if (second === undefined) return true;
  complain(run, second, `forward is given the images alone; remove ${second.name}, or give it a default`);
  return false;
}

function findForward(run: Run, type: ClassValue) {
  const forward = findMethod(ancestryOf(run, type), "forward");
  if (forward !== null) return forward;
  // A forward that was meant may be what the complaints are about.
  if (run.complaints.length > 0) return null;
  const { name, nameAt } = type.definition;
  const outside = run.globals.functions.get("forward");
  const near = methodsOf(type).find((method) => nearest("forward", [method.name]) !== null);
  if (outside !== undefined)
    complain(run, outside.nameAt, `forward stands outside the class ${name}; indent it as far as __init__`);
  else if (near !== undefined)
    complain(run, near.nameAt, `${name} has no forward; did you mean forward instead of ${near.name}?`);
  else complain(run, nameAt, `${name} has no forward; add def forward(self, x):`);
  return null;
}

function readEnds(
  run: Run,
  returned: Value,
  nameAt: Span,
): { readonly out: Flow; readonly latent: Flow | null } | null {
  const at = run.returnedAt;
  if (returned.kind === "none") {
    complain(run, nameAt, "forward returns nothing; end it with return out, or with return out, z");
    return null;
  }
  const items = returned.kind === "tuple" || returned.kind === "list" ? returned.items : [returned];
  const [out, latent] = items;
  if (returned !== out && items.length === 1) {
    complain(run, at, "forward returns a tuple of one value; remove the comma behind it");
    return null;
  }
  if (items.length > 2 || out === undefined) {
    complain(
      run,
      at,
      `forward returns ${items.length} values; return out, or (out, z) with the hidden state`,
    );
    return null;
  }
  const [outFlow, latentFlow] = [
    tensorFlow(run, out, at),
    latent === undefined ? null : tensorFlow(run, latent, at),
  ];
  if (outFlow === null || out.kind !== "tensor" || (latent !== undefined && latentFlow === null)) return null;
  if (!givesImage(run, out, latent, at)) return null;
  if (latentFlow !== null && latentFlow.step === null) {
    complain(run, at, "the hidden state that is returned is the input itself; return what a layer gives");
    return null;
  }
  return { out: outFlow, latent: latentFlow };
}

function tensorFlow(run: Run, value: Value, at: Span): Flow | null {
  const flow = value.kind === "tensor" ? flowOf(value) : null;
  if (flow === null) complain(run, at, `forward must return tensors, got ${describeValue(value)}`);
  return flow;
}

/** The reconstruction holds the 64 numbers of an image. */
function givesImage(run: Run, out: Tensor, latent: Value | undefined, at: Span): boolean {
  const total = volumeOf(out.shape);
  if (total !== null && sameDim(total, { size: 64, perExample: true })) {
    if (!out.isDetached) return true;
    complain(run, at, "the reconstruction is cut off from training by detach; remove it");
    return false;
  }
  const isSwapped = latent?.kind === "tensor" && volumeOf(latent.shape)?.size === 64;
  const advice = isSwapped
    ? "the reconstruction comes first: return out, z"
    : out.shape.length === 4
      ? "it must hold 64 numbers: 1 channel of 8x8, which kernel_size=3 with padding=1 keeps"
      : "the last layer must give the 64 numbers of an image";
  complain(run, at, `forward returns a reconstruction of shape ${formatDims(out.shape)}; ${advice}`);
  return false;
}
