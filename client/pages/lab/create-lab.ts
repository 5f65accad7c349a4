import { createMemo, createSignal } from "solid-js";
import { expandSweep } from "../../../shared/spec/sweep.ts";
import type { Preference } from "../../engine/choose.ts";
import { NOTHING_BEGUN } from "../../engine/recovery.ts";
import { isSweep, readBegun } from "../../outbox/in-progress.ts";
import type { SweepInProgress } from "../../outbox/sweep-in-progress.ts";
import { createOutbox } from "../../state/outbox.ts";
import { createProgress } from "../../state/progress.ts";
import { createSpecs } from "../../state/specs.ts";
import { createTraining } from "../../state/training.ts";
import { createDraft } from "./draft.ts";
import { type Experiment, experimentKey } from "./experiment.ts";
import { createKeeping } from "./keeping.ts";

export type Lab = ReturnType<typeof createLab>;

/** Everything that the lab page knows: the sweep that is put together, what trains, what was trained. */
export function createLab() {
  const specs = createSpecs();
  const draft = createDraft(specs);
  const keeping = createKeeping(createOutbox());
  const training = createTraining({ onFinished: keeping.keep });
  const progress = createProgress(isSweep);
  const [preference, setPreference] = createSignal<Preference>("auto");
  const [experiments, setExperiments] = createSignal<readonly Experiment[]>([]);
  const [shownKey, setShownKey] = createSignal<string | null>(null);

  const status = () => training.state().status;
  const isBusy = () => status() === "starting" || status() === "training" || status() === "paused";

  function train(): boolean {
    const sweep = draft.sweep();
    if (sweep === null || isBusy() || !draft.isReady()) return false;
    const title = [draft.from()?.title ?? "Experiment", ...draft.differences()].join(", ");
    void start({ title, sweep, preference: preference() }, { taken: null, begun: NOTHING_BEGUN });
    return true;
  }
  /** Goes on with the sweep that a closed tab left. */
  async function goOn(): Promise<void> {
    const taken = isBusy() ? null : progress.take();
    if (taken !== null) await start(taken.row, { taken, begun: readBegun(taken.row) });
  }
  async function start(
    { title, sweep, preference }: Pick<SweepInProgress, "title" | "sweep" | "preference">,
    where: Parameters<typeof progress.open>[1],
  ): Promise<void> {
    const expanded = expandSweep(sweep);
    if (!expanded.ok) return;
    const key = experimentKey(sweep);
    setExperiments([...experiments().filter((one) => one.key !== key), { key, title, sweep }]);
    setShownKey(key);
    const order = { experiment: key, specs: expanded.value, preference, begun: where.begun };
    const open = progress.open((written) => ({ ...written, title, sweep, preference }), where);
    await training.start({ ...order, progress: open });
  }
  /** Train, pause and resume are one key: what it does next is what the button says. */
  function go(): boolean {
    if (status() === "training") return done(training.pause);
    if (status() === "paused") return done(training.resume);
    return train();
  }
  const stop = () => isBusy() && done(training.stop);

  /** The experiment on show: the one that was trained or picked last, before that the one that is put together. */
  const shown = createMemo((): Experiment | null => {
    const picked = experiments().find(({ key }) => key === shownKey());
    if (picked !== undefined) return picked;
    const [sweep, from] = [draft.sweep(), draft.from()];
    return sweep === null || from === null ? null : { key: experimentKey(sweep), title: from.title, sweep };
  });
  const runs = createMemo(() => training.runs().filter(({ experiment }) => experiment === shown()?.key));

  return {
    ...{ specs, draft, keeping, training, preference, setPreference, experiments, shown, runs },
    ...{ isBusy, train, go, goOn, stop, show: setShownKey, progress },
  };
}

function done(act: () => void): true {
  act();
  return true;
}
