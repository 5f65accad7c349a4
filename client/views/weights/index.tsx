import { createMemo, Show } from "solid-js";
import { endsOf, isLinearChain } from "../../../shared/model/end-weights.ts";
import { createAnalysis, readFinding } from "../../state/analysis.ts";
import { createEpochs } from "../create-epochs.ts";
import { EpochScrubber } from "../epoch-scrubber.tsx";
import type { ViewProps } from "../viewed-run.ts";
import { Ends } from "./ends.tsx";
import { Kernels } from "./kernels.tsx";
import { Spaces } from "./spaces.tsx";
import { Stages } from "./stages.tsx";

/** What the weights of a model hold, at every epoch of its training. */
export function WeightsView(props: ViewProps) {
  const epochs = createEpochs(() => props.run);
  const hasEnds = createMemo(() => endsOf(props.run.spec.model).length > 0);
  const components = createAnalysis("components", () => {
    const { dataset } = props.run.spec;
    return hasEnds() ? { key: JSON.stringify(dataset), question: { dataset } } : null;
  });
  return (
    <>
      <EpochScrubber run={props.run} epochs={epochs} />
      <Show when={hasEnds()}>
        <Ends run={props.run} epochs={epochs} pca={readFinding(components())} />
        <Spaces run={props.run} epochs={epochs} pca={readFinding(components())} />
      </Show>
      <Kernels run={props.run} epochs={epochs} />
      <Show when={!isLinearChain(props.run.spec.model)}>
        <Stages run={props.run} epochs={epochs} digits={props.digits} />
      </Show>
    </>
  );
}
