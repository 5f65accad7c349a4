import type { Digits } from "../../../shared/dataset/digits.ts";
import { readExamples } from "../../../shared/dataset/examples.ts";
import { Mt19937 } from "../../../shared/random/mt19937.ts";
import type { ExperimentSpec } from "../../../shared/spec/experiment.ts";
import { beginRun } from "../begin-run.ts";
import type { Backend } from "../devices.ts";
import type { Choice, Engine, RunEvent, RunOrder, TrainingEvent, TrainingOptions } from "../events.ts";
import { useBackend } from "./backends.ts";
import { type Member, trainGroup } from "./group.ts";

export type TfjsOptions = {
  readonly choice: Choice;
  readonly backend: Backend;
  readonly digits: Digits;
  /** Milliseconds; measures out how many epochs are sent at a time. */
  readonly now?: () => number;
};

/** Any spec, by TensorFlow.js, on one of its backends. Every group of runs frees what it held on the device. */
export function makeTfjsEngine({ choice, backend, digits, now }: TfjsOptions): Engine {
  async function* trainTogether(
    runs: readonly RunOrder[],
    options: Omit<TrainingOptions, "from">,
  ): AsyncGenerator<RunEvent, void> {
    const isOver = new Set<number>();
    try {
      const device = await useBackend(backend);
      const members: Member[] = [];
      for (const [run, { spec, from }] of runs.entries()) {
        const { first, history, state } = beginRun(spec, choice, from);
        const generator = new Mt19937(state?.order ?? spec.seed);
        members.push({ spec, images: readExamples(spec.dataset, digits).train, generator, state, history });
        yield { run, event: first };
      }
      const [first, ...others] = members;
      if (first === undefined) return;
      for await (const told of trainGroup([first, ...others], { ...options, choice, digits, device, now })) {
        if (told.event.type === "finished" || told.event.type === "failed") isOver.add(told.run);
        yield told;
      }
    } catch (error) {
      // A lost GPU shows as a rejected read-back; on the processor an error is a bug.
      if (choice.device === "processor") throw error;
      const event: TrainingEvent = {
        type: "failed",
        reason: "lost",
        message: deviceMessage(backend, error),
      };
      for (const run of runs.keys()) if (!isOver.has(run)) yield { run, event };
    }
  }

  async function* train(
    spec: ExperimentSpec,
    { from, ...options }: TrainingOptions,
  ): AsyncGenerator<TrainingEvent, void> {
    for await (const { event } of trainTogether([{ spec, from }], options)) yield event;
  }

  return { choice, train, trainTogether, dispose() {} };
}

function deviceMessage(backend: Backend, error: unknown): string {
  const said = error instanceof Error ? error.message : String(error);
  const api = backend === "webgpu" ? "WebGPU" : "WebGL";
  return `The GPU stopped answering (${api}: ${said.replace(/\.+$/, "")}). Train again, or choose the processor.`;
}
