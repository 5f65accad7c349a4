import type { Progress, TrainingState } from "../state/training-run.ts";
import { describeDevice } from "./engine-words.ts";
import { formatDuration, plural } from "./numbers.ts";
import { sayResumption } from "./resumption-words.ts";
import type { Tone } from "./status-line.tsx";

/** `spoken` says that a screen reader should hear of it; what changes every frame should not be. */
export type Status = { readonly tone: Tone; readonly words: string; readonly spoken: boolean };

/** Where training stands, in words; null before it was ever started. */
export function describeState(state: TrainingState): Status | null {
  switch (state.status) {
    case "idle":
      return null;
    case "starting":
      return { tone: "plain", words: "Loading the digits and the engine", spoken: true };
    case "training":
      return { tone: "plain", words: describeProgress(state.progress), spoken: false };
    case "paused": {
      const { run, runs, epoch, epochs } = state.progress;
      return {
        tone: "plain",
        words: `Paused at run ${run} of ${runs}, epoch ${epoch} of ${epochs}`,
        spoken: true,
      };
    }
    case "stopped":
      return {
        tone: "plain",
        words: `Stopped after ${state.runs} of ${plural(state.asked, "run")}; what was finished is kept`,
        spoken: true,
      };
    case "finished": {
      const { runs, failed, tookMs } = state;
      const trained = `Trained ${plural(runs - failed, "model")} in ${formatDuration(tookMs)}`;
      return failed === 0
        ? { tone: "good", words: trained, spoken: true }
        : {
            tone: "failed",
            words: `${trained}; ${plural(failed, "run")} failed or diverged, the table says why`,
            spoken: true,
          };
    }
    case "failed":
      return { tone: "failed", words: state.message, spoken: true };
    default:
      return state satisfies never;
  }
}

function describeProgress(progress: Progress): string {
  const { run, runs, epoch, epochs, remainingMs, choice, resumption } = progress;
  const left = remainingMs === null ? "" : `, about ${formatDuration(remainingMs)} left`;
  const where = choice === null ? "" : ` on ${describeDevice(choice.device)}`;
  const mark = resumption === null ? "" : `. ${sayResumption(resumption)}`;
  return `Training run ${run} of ${runs}, epoch ${epoch} of ${epochs}${left}${where}${mark}`;
}
