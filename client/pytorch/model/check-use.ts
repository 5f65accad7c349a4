import { complain, type Run } from "../interpreter/run.ts";
import type { Flow, Module } from "../interpreter/value.ts";
import { chainOf } from "../torch/flow.ts";
import { hasWeights, labelOf, modulesIn, plainHolderOf, registeredModules } from "../torch/modules.ts";
import type { Trace } from "./trace.ts";

/** What runs in PyTorch but is no chain, or trains otherwise than it looks: each is a complaint. */
export function checkUse(run: Run, trace: Trace): void {
  const chain = chainOf(trace.out);
  checkLatent(run, trace, chain);
  checkRegistered(run, trace, chain);
  checkUnused(run, trace, chain);
  checkShared(run, trace, chain);
  if (run.complaints.length === 0) checkOrder(run, trace, chain);
}

function checkLatent(run: Run, { out, latent }: Trace, chain: readonly Flow[]): void {
  if (latent !== null && latent !== out && !chain.includes(latent))
    complain(
      run,
      run.returnedAt,
      "the reconstruction is not made from the hidden state that is returned; return what the last layers were given",
    );
}

function checkRegistered(run: Run, { object }: Trace, chain: readonly Flow[]): void {
  const registered = new Set(registeredModules(object));
  for (const { step } of chain) {
    const module = step?.module ?? null;
    if (module === null || registered.has(module) || !hasWeights(module)) continue;
    const holder = plainHolderOf(object, module);
    const advice =
      holder === null
        ? "keep it as self.name in __init__"
        : `${holder} is a plain list, which PyTorch does not look into; make it an nn.ModuleList`;
    complain(run, module.at, `PyTorch does not train this ${module.name}: ${advice}`);
  }
}

function checkUnused(run: Run, { object, latent }: Trace, chain: readonly Flow[]): void {
  const inChain = new Set([...chain, ...(latent === null ? [] : chainOf(latent))]);
  const used = new Set([...inChain].flatMap(({ step }) => step?.module ?? []));
  for (const { step } of run.flows.filter((flow) => !inChain.has(flow))) {
    if (step === null) continue;
    if (step.module !== null) used.add(step.module);
    const text = run.source.slice(step.at.from, step.at.to).replaceAll(/\s+/g, " ").slice(0, 60);
    complain(run, step.at, `what ${text} gives is never used; pass it on to the next layer, or remove this`);
  }
  for (const module of run.modules) {
    if (used.has(module) || run.called.has(module)) continue;
    const { kind } = module.recipe;
    if ((kind === "sequential" || kind === "moduleList") && !isWaiting(module, run)) continue;
    if (isInside(module, run)) continue;
    const label = labelOf(object, module);
    // Without weights and without a name nothing is lost.
    if (label === null && !modulesIn([module]).some(hasWeights)) continue;
    const advice =
      label === null
        ? "it is not kept; write self.name = ... and use it in forward, or remove it"
        : "use it in forward, or remove this line";
    complain(run, module.at, `${label ?? module.name} is made here but forward never uses it: ${advice}`);
  }
}

/** A container that holds layers which nothing has called. */
function isWaiting({ recipe }: Module, run: Run): boolean {
  return (
    (recipe.kind === "sequential" || recipe.kind === "moduleList") &&
    recipe.parts.length > 0 &&
    recipe.parts.every((part) => !run.called.has(part))
  );
}

/** Whether a container that is told of itself holds the module. */
function isInside(module: Module, run: Run): boolean {
  return run.modules.some(
    (other) =>
      (other.recipe.kind === "sequential" || other.recipe.kind === "moduleList") &&
      other.recipe.parts.includes(module) &&
      isWaiting(other, run),
  );
}

function checkShared(run: Run, { object }: Trace, chain: readonly Flow[]): void {
  const seen = new Set<Module>();
  for (const { step } of chain) {
    const module = step?.module ?? null;
    if (step === null || module === null || !hasWeights(module)) continue;
    if (seen.has(module))
      complain(
        run,
        step.at,
        `${labelOf(object, module) ?? module.name} is used twice; in the lab each layer has weights of its own: make two layers in __init__`,
      );
    seen.add(module);
  }
}

/** PyTorch draws the first weights as layers are made and lists them as they are kept; a spec does both as forward uses them. */
function checkOrder(run: Run, { object }: Trace, chain: readonly Flow[]): void {
  const used = chain.flatMap(({ step }) => step?.module ?? []).filter(hasWeights);
  const made = run.modules.filter((module) => used.includes(module));
  const kept = registeredModules(object).filter((module) => used.includes(module));
  const wrong = used.findIndex((module, i) => made[i] !== module || kept[i] !== module);
  const [module, first] = [used[wrong], made[wrong] === used[wrong] ? kept[wrong] : made[wrong]];
  if (module === undefined || first === undefined) return;
  const name = (one: Module) => labelOf(object, one) ?? one.name;
  complain(
    run,
    first.at,
    `${name(first)} is made before ${name(module)} but used after it; make layers in the order in which forward uses them, because PyTorch draws their first weights in that order`,
  );
}
