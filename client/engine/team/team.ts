import { type Kernels, readKernels } from "../../../shared/kernels/kernels.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import type { Helpers } from "../../../shared/training/simd/team.ts";
import { makeDesk } from "./desk.ts";
import { makeLead } from "./sides.ts";

/** All that a helper's thread is given when it starts; `module` is kernels-on-shared-memory.wasm. */
export type HelperSeat = {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly desk: SharedArrayBuffer;
};

/** A run that a helper shall join; it may be over when this arrives. */
export type HelperOrder = { readonly run: number; readonly spec: ExperimentSpec };

/** Starts a helper's thread, which ends with the one that started it; gives what posts it an order. */
export type OpenHelper = (seat: HelperSeat) => (order: HelperOrder) => void;

/** Kernels on a memory that threads share, and the threads that help to train on it. */
export type TrainingTeam = {
  readonly kernels: Kernels;
  helpersFor(spec: ExperimentSpec): Helpers;
};

/** More threads would wait for each other longer than they help with one run of small models. */
export const MAX_THREADS = 4;
/** Of each task, for any number of threads: a thread whose core is slow, or is shared, does fewer. */
export const PARTS = 16;
/** As many pages of 64 KiB as kernels-on-shared-memory.wasm takes: 1 GiB, of which only what is used is there. */
const MAX_PAGES = 16_384;

/** A team of this thread, which leads, and `threads - 1` helpers. Throws RangeError where there is no room for a shared memory. */
export function makeTeam(
  module: WebAssembly.Module,
  { threads, openHelper }: { readonly threads: number; readonly openHelper: OpenHelper },
): TrainingTeam {
  const memory = new WebAssembly.Memory({ initial: 2, maximum: MAX_PAGES, shared: true });
  const kernels = openOnMemory(module, memory);
  const desk = makeDesk(PARTS);
  const lead = makeLead(desk);
  const seat = { module, memory, desk: desk.buffer };
  const posts = Array.from({ length: threads - 1 }, () => openHelper(seat));
  let runs = 0;

  return {
    kernels,
    helpersFor: (spec) => ({
      parts: PARTS,
      open(work) {
        const run = ++runs;
        lead.begin(run);
        for (const post of posts) post({ run, spec });
        return { share: (task) => lead.share(task, work), end: lead.end };
      },
    }),
  };
}

export function openOnMemory(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernels {
  return readKernels({ ...new WebAssembly.Instance(module, { env: { memory } }).exports, memory });
}
