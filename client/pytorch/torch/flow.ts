import type { Layer } from "../../../shared/spec/layers.ts";
import type { Span } from "../complaint.ts";
import type { Dim } from "../interpreter/dims.ts";
import { complain, type Run } from "../interpreter/run.ts";
import type { Flow, Module, Tensor, Value } from "../interpreter/value.ts";

/** The tensor that forward is given. */
export function inputTensor(shape: readonly Dim[]): Tensor {
  const flow = makeFlow(null, null, { holds: null });
  return { kind: "tensor", library: "torch", dtype: "float32", shape, flow, isDetached: false };
}

/** The history of what a tensor's memory holds now; operations in place on a view of it count. */
export function flowOf({ flow }: Tensor): Flow | null {
  return flow?.memory.holds ?? flow;
}

/** The same numbers under another shape. */
export function withShape(tensor: Tensor, shape: readonly Dim[]): Tensor {
  return { ...tensor, shape };
}

/**
 * The tensor that a layer makes of another. The same layer on the same tensor gives the same flow, so that what is worked out
 * twice, as in `return self.decode(self.encode(x)), self.encode(x)`, is one chain.
 */
export function addStep(
  run: Run,
  tensor: Tensor,
  {
    layer,
    after,
    module,
    inPlace,
    at,
  }: {
    readonly layer: Layer;
    readonly after: readonly Dim[];
    readonly module: Module | null;
    readonly inPlace: boolean;
    readonly at: Span;
  },
): Value {
  const parent = flowOf(tensor);
  if (parent === null)
    return complain(run, at, "a layer works in forward; a Dataset hands out plain tensors");
  if (tensor.isDetached)
    return complain(run, at, "detach cuts the layers before it off from training; remove it");
  if (inPlace && parent.step === null)
    return complain(
      run,
      at,
      "this changes the input in place, and the loss compares with the input; leave inplace out",
    );
  const step = { layer, before: tensor.shape, after, module, inPlace, at };
  const same =
    inPlace || layer.kind === "dropout" ? undefined : parent.next.find((flow) => isSame(flow, step));
  const flow = same ?? makeFlow(parent, step, inPlace ? parent.memory : { holds: null });
  if (same === undefined) run.flows.push(flow);
  return { ...tensor, shape: after, flow };
}

function isSame(flow: Flow, { layer, module }: NonNullable<Flow["step"]>): boolean {
  const { step } = flow;
  return (
    step !== null &&
    flow.memory.holds === flow &&
    step.module === module &&
    JSON.stringify(step.layer) === JSON.stringify(layer)
  );
}

function makeFlow(parent: Flow | null, step: Flow["step"], memory: Flow["memory"]): Flow {
  const flow: Flow = { parent, step, memory, next: [] };
  parent?.next.push(flow);
  memory.holds = flow;
  return flow;
}

/** A flow and all before it, first to last, without the input. */
export function chainOf(flow: Flow): readonly Flow[] {
  const chain: Flow[] = [];
  for (let at: Flow | null = flow; at !== null && at.step !== null; at = at.parent) chain.push(at);
  return chain.reverse();
}
