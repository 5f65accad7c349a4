import { Show } from "solid-js";
import { Interrupted } from "../../parts/interrupted.tsx";
import { Segments } from "../../parts/segments.tsx";
import { TrainingProgress } from "../../parts/training-progress.tsx";
import { createShortcuts } from "../../state/shortcuts.ts";
import { createLab } from "./create-lab.ts";
import { PlanPanel } from "./plan-panel.tsx";
import { Results } from "./results.tsx";

/** The lab: what to train on the left, what came of it on the right. */
export function LabPage() {
  const lab = createLab();
  createShortcuts({ "Ctrl+Enter": lab.go, Escape: lab.stop });
  return (
    <div class="lab">
      <Show when={lab.progress.offered()}>
        {(row) => (
          <Interrupted
            row={row()}
            title="A sweep was interrupted"
            name={`${row().title}.`}
            isBusy={lab.isBusy()}
            onGoOn={() => void lab.goOn()}
            onForget={() => void lab.progress.discard()}
          />
        )}
      </Show>
      <PlanPanel lab={lab} />
      <div class="lab-results">
        <TrainingProgress
          state={lab.training.state()}
          idle="Nothing is trained yet. What you train will be drawn here as it comes."
        />
        <Show when={lab.experiments().length > 1}>
          <Segments
            label="What was trained on this page"
            choices={lab.experiments().map(({ key }) => key)}
            chosen={lab.shown()?.key ?? ""}
            onChoose={lab.show}
            name={(key) => lab.experiments().find((one) => one.key === key)?.title}
          />
        </Show>
        <Show when={lab.shown()}>
          {(shown) => (
            <Results
              experiment={shown()}
              question={lab.draft.from()?.question ?? "How does error fall as the model grows?"}
              runs={lab.runs()}
              curves={lab.shown()?.key === lab.experiments().at(-1)?.key ? lab.training.curves() : []}
              keeping={lab.keeping}
            />
          )}
        </Show>
      </div>
    </div>
  );
}
