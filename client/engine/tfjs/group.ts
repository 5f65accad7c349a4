import { type Digits, PIXELS } from "../../../shared/dataset/digits.ts";
import type { Weights } from "../../../shared/model/weights.ts";
import { listBatches } from "../../../shared/training/batches.ts";
import type { OpenHistory } from "../begin-run.ts";
import { areFinite, makeCheckpointPace } from "../checkpoint-pace.ts";
import type { Choice, RunEvent, TrainingOptions } from "../events.ts";
import { inFloats } from "../in-floats.ts";
import { concludeRun, diverged } from "../outcome.ts";
import { makeStopwatch, nextTask } from "../pace.ts";
import { placeOfChoice } from "../plan.ts";
import { quietMs } from "../quiet.ts";
import type { TfjsDevice } from "./backends.ts";
import { type EpochResult, nextLimit, readTogether, runBlock, zipBatches } from "./blocks.ts";
import { makeTraining, type RunStart } from "./step.ts";

/** How often the stopwatch of a group begins a new lap. */
const LAP_MS = 1_000;

/** One run of a group on its way. */
export type Member = RunStart & { readonly history: OpenHistory };

export type GroupOptions = Omit<TrainingOptions, "from"> & {
  readonly choice: Choice;
  readonly digits: Digits;
  readonly device: TfjsDevice;
  readonly now?: () => number;
};

/**
 * Trains runs as one program, in blocks of epochs, and tells what happens to each, by its place in the group. One that
 * diverges is told at once and goes along unheard; the others do not feel it. All stop with `signal`.
 */
export async function* trainGroup(
  members: readonly [Member, ...Member[]],
  {
    signal,
    snapshots,
    checkpoints = null,
    choice,
    digits,
    device,
    now = () => performance.now(),
  }: GroupOptions,
): AsyncGenerator<RunEvent, void> {
  const [{ spec, images, state }] = members;
  const lastEpoch = spec.epochs - 1;
  const examples = images.length / PIXELS;
  const watch = makeStopwatch(quietMs(spec, placeOfChoice(choice)));
  const due = makeCheckpointPace(checkpoints?.everyMs ?? Number.POSITIVE_INFINITY);
  const training = makeTraining(members, device);
  const batches = zipBatches(
    members.map((one) => listBatches(one.spec, examples, one.generator, one.state ?? undefined)),
  );
  const isLost = members.map(() => false);
  let last: readonly Weights[] = members.map((one) => inFloats(one.state?.weights ?? new Map()));

  /** What an epoch's end has to tell; of a stopped run only that it diverged. */
  function* tell({ epoch, lossSums, weights }: EpochResult): Generator<RunEvent, void> {
    for (const [run, { spec: own, state: start, history }] of members.entries()) {
      if (isLost[run]) continue;
      const carried = start?.epoch === epoch ? start.lossSum : 0;
      const trainLoss = (carried + lossSums[run]) / examples;
      if (Number.isFinite(trainLoss)) {
        history.trainLoss.push(trainLoss);
        const model = snapshots ? weights?.[run] : undefined;
        const sound = model !== undefined && areFinite(model) ? { weights: model } : {};
        if (!signal.aborted) yield { run, event: { type: "epoch", epoch, trainLoss, ...sound } };
      } else {
        isLost[run] = true;
        yield { run, event: diverged(own, epoch) };
      }
    }
  }

  /** Where every run stands, all at once. */
  async function readCheckpoints(epoch: number): Promise<readonly RunEvent[]> {
    const copied = await readTogether([training.copyState()]);
    const masks = training.saveMasks();
    return members.flatMap(({ spec: own, generator, history }, run): readonly RunEvent[] => {
      if (isLost[run]) return [];
      const place = { epoch: epoch + 1, batch: 0, order: generator.save() };
      const checkpoint = due.take({ spec: own, ...choice, history }, () => ({
        ...place,
        ...training.readState(copied, run),
        lossSum: 0,
        masks: masks[run] ?? null,
      }));
      return checkpoint === null ? [] : [{ run, event: { type: "checkpoint", checkpoint } }];
    });
  }

  // While the device works this thread is free, and only a frozen one hears of no lap.
  const laps = setInterval(watch.lap, LAP_MS);
  try {
    let [done, limit] = [(state?.epoch ?? 0) - 1, 1];
    while (done < lastEpoch && isLost.includes(false)) {
      const begun = now();
      const needsWeights = (epoch: number) => snapshots || epoch === lastEpoch;
      const results = await runBlock({ training, runs: members.length, batches, limit, needsWeights });
      limit = nextLimit(limit, now() - begun);
      watch.stop();
      await nextTask();
      for (const result of results) yield* tell(result);
      const end = results.at(-1);
      done = end?.epoch ?? lastEpoch;
      if (done === lastEpoch && end?.weights) last = end.weights;
      const isKept = checkpoints?.ofEnd === true && (done === lastEpoch || signal.aborted);
      if (isKept || (checkpoints !== null && due.isDue())) yield* await readCheckpoints(done);
      if (signal.aborted) return;
      watch.start();
    }
    watch.stop();
    const durationMs = watch.readMs() / members.length;
    for (const [run, { spec: own, history }] of members.entries()) {
      if (isLost[run]) continue;
      yield { run, event: concludeRun({ spec: own, digits, history, weights: last[run], durationMs }) };
      await nextTask();
      if (signal.aborted) return;
    }
  } finally {
    clearInterval(laps);
    training.dispose();
  }
}
