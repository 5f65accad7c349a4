import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openKernels } from "../../../../client/command/kernels-in-node.ts";
import { openTeam } from "../../../../client/command/team-in-node.ts";
import { openDesk } from "../../../../client/engine/team/desk.ts";
import { isWorthTeam } from "../../../../client/engine/team/is-worth-team.ts";
import { type HelperOrder, type HelperSeat, makeTeam, PARTS } from "../../../../client/engine/team/team.ts";
import { readExamples } from "../../../../shared/dataset/examples.ts";
import { encodeSafetensors } from "../../../../shared/model/safetensors.ts";
import type { ExperimentSpec } from "../../../../shared/spec/experiment.ts";
import { sha256Hex } from "../../../../shared/spec/identity.ts";
import { isDivisible } from "../../../../shared/training/simd/model.ts";
import { trainBySimd } from "../../../../shared/training/simd/train.ts";
import type { TrainingState } from "../../../../shared/training/training-state.ts";
import { digits } from "../../../shared/digits.ts";
import { listReferences, readReference } from "../../../shared/reference.ts";
import { simdHashes } from "../../../shared/training/pinned-hashes.ts";
import { wideRelu } from "../../../shared/training/wide-relu.ts";

const WASM = new URL("../../../../shared/kernels/kernels-on-shared-memory.wasm", import.meta.url);
const team = openTeam(3);
const divisible = listReferences().filter((name) => isDivisible(readReference(name).spec.model));

/** Every loss to the last bit, and the hash of the last weights. */
function train(
  spec: ExperimentSpec,
  threads: "alone" | "team",
  from: TrainingState | null = null,
  until = Infinity,
) {
  const { train: images } = readExamples(spec.dataset, digits);
  const steps =
    threads === "alone"
      ? trainBySimd(spec, images, openKernels(), from)
      : trainBySimd(spec, images, team.kernels, from, team.helpersFor(spec));
  const losses: number[] = [];
  let hash = "";
  let state: TrainingState | null = null;
  let taken = 0;
  for (const step of steps) {
    if (step.trainLoss !== null) losses.push(step.trainLoss);
    hash = sha256Hex(encodeSafetensors(spec.model.layers, step.weights()));
    state = step.state();
    if (++taken === until) break;
  }
  return { losses, hash, state };
}

test.each(divisible)(
  "%s: three threads give every loss and the weights that one gives, to the last bit",
  (name) => {
    const { spec } = readReference(name);
    const together = train(spec, "team");
    const alone = train(spec, "alone");
    expect(together.losses).toEqual(alone.losses);
    expect(together.hash).toBe(alone.hash);
  },
);

test("the pinned hashes are a team's, too", () => {
  const pinned = Object.entries(simdHashes).filter(([name]) => divisible.includes(name));
  expect(pinned.length).toBeGreaterThan(4);
  for (const [name, hash] of pinned) expect(train(readReference(name).spec, "team").hash).toBe(hash);
});

test("a team that was stopped goes on alone, and one thread in a team, bit for bit", () => {
  const { spec } = readReference("mlp-20-batch-64");
  const whole = train(spec, "alone").hash;
  expect(train(spec, "alone", train(spec, "team", null, 100).state).hash).toBe(whole);
  expect(train(spec, "team", train(spec, "alone", null, 100).state).hash).toBe(whole);
});

test("a training that is left in the middle lets its helpers go", () => {
  const seats: HelperSeat[] = [];
  const orders: HelperOrder[] = [];
  const listening = makeTeam(new WebAssembly.Module(readFileSync(WASM)), {
    threads: 2,
    openHelper: (seat) => {
      seats.push(seat);
      return (order) => orders.push(order);
    },
  });
  const { spec } = readReference("mlp-20");
  const { train: images } = readExamples(spec.dataset, digits);
  const isOpen = () =>
    seats.flatMap(({ desk }) => orders.map(({ run }) => openDesk(desk, PARTS).words[0] === run));
  for (const _ of trainBySimd(spec, images, listening.kernels, null, listening.helpersFor(spec))) {
    expect(isOpen()).toEqual([true]);
    break;
  }
  expect(isOpen()).toEqual([false]);
});

test("what one thread is as fast at has no team: few images, narrow layers, little to do, layers that share their room", () => {
  const wide = wideRelu;
  const [first, relu, last] = wide.model.layers;
  if (first === undefined || relu === undefined || last === undefined) throw new Error("three layers");
  expect(isWorthTeam(wide)).toBe(true);
  expect(isWorthTeam({ ...wide, batchSize: 64 })).toBe(true);
  expect(isWorthTeam({ ...wide, batchSize: 63 })).toBe(false);
  expect(isWorthTeam({ ...wide, epochs: 5 })).toBe(false);
  expect(isWorthTeam(wide, { epoch: 45 })).toBe(false);
  expect(isWorthTeam({ ...readReference("mlp-relu").spec, epochs: 5_000 })).toBe(false);
  expect(isWorthTeam({ ...readReference("cae-relu").spec, epochs: 5_000 })).toBe(false);
  const layers = [first, relu, { kind: "dropout" as const, p: 0.5 }, last];
  expect(isWorthTeam({ ...wide, model: { layers, latentAfter: 1 } })).toBe(false);
});
