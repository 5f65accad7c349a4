import { createMemo, For, Show } from "solid-js";
import { countVarying } from "../../../shared/metrics/weight-spaces.ts";
import { endRank, endsOf, isLinearChain } from "../../../shared/model/end-weights.ts";
import type { PrincipalComponents } from "../../../shared/training/principal-components.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { NO_COLUMNS } from "../../plot/columns.ts";
import { Plot } from "../../plot/plot.tsx";
import { createAnalysis, readFinding } from "../../state/analysis.ts";
import type { Epochs } from "../create-epochs.ts";
import { sayEpoch } from "../epoch-words.ts";
import type { ViewedRun } from "../viewed-run.ts";
import { angleColumns, type EndLabels, nearnessColumns } from "./space-columns.ts";
import { sayFinding, saySpace } from "./space-words.ts";

const CHAIN: EndLabels = { encoder: "encoder", decoder: "decoder" };
const LAYERS: EndLabels = { encoder: "first layer", decoder: "last layer" };
const X = { name: "epochs of training", symbol: "epoch" };

/** Whether training finds the space of PCA, and whether it finds its axes. */
export function Spaces(props: { run: ViewedRun; epochs: Epochs; pca: PrincipalComponents | null }) {
  /** Whether some end has fewer numbers than the images have directions; null until these are counted. */
  const isNarrow = createMemo(() => {
    const { pca } = props;
    return pca === null ? null : endsOf(props.run.spec.model).some((end) => endRank(end) < countVarying(pca));
  });
  // A count, as the snapshots of one run may be trained anew.
  const trained = createMemo((count: number) => count + Number(props.epochs.snapshots().length > 0), 0);
  const analysis = createAnalysis("spaces", () => {
    const [{ key, spec }, snapshots] = [props.run, props.epochs.snapshots()];
    if (snapshots.length === 0 || isNarrow() !== true) return null;
    const question = { spec, snapshots: snapshots.map(({ weights }) => weights) };
    return { key: `${key} ${trained()}`, question };
  });
  const labels = () => (isLinearChain(props.run.spec.model) ? CHAIN : LAYERS);
  const epochs = () => props.epochs.snapshots().map(({ epoch }) => epoch);
  const spaces = createMemo(() => {
    const found = readFinding(analysis());
    return found?.every(({ meanAngle }) => meanAngle.length === epochs().length) ? found : null;
  });
  const columns = createMemo(() => {
    const found = spaces() ?? [];
    if (found.length === 0) return { angles: NO_COLUMNS, nearness: NO_COLUMNS };
    return {
      angles: angleColumns(found, epochs(), labels()),
      nearness: nearnessColumns(found, epochs(), labels()),
    };
  });
  const problem = () => {
    const now = analysis();
    return now.status === "failed" ? now.message : null;
  };
  const empty = () => (
    <p>
      {analysis().status === "working" ? "Measuring the angles" : "Drawn when the epochs above are found"}
    </p>
  );
  return (
    <Show
      when={isNarrow() !== false}
      fallback={
        <StatusLine tone="muted">
          The train images differ along {props.pca && countVarying(props.pca)} directions. A model with as
          many hidden numbers can hold them all, so there is no space for it to find.
        </StatusLine>
      }
    >
      <div class="spaces">
        <div class="plots">
          <Plot
            question="Does it find the space of PCA?"
            columns={columns().angles}
            x={X}
            y={{ name: "angle to the space of PCA (degrees)", format: "number" }}
            file="angle-to-pca-by-epoch"
            empty={empty()}
            headingLevel={3}
            see={
              <p>
                Two spaces of h directions have h principal angles between them (Björck and Golub, 1973); all
                are 0 where the spaces are one. The mean falls first: the directions along which images differ
                most are found long before the last ones, which the largest angle waits for.
              </p>
            }
          />
          <Plot
            question="Does it find the axes of PCA, too?"
            columns={columns().nearness}
            x={X}
            y={{ name: "variance held, of PCA's; |cosine| with the nearest axis", format: "number" }}
            file="nearness-to-pca-by-epoch"
            empty={empty()}
            headingLevel={3}
            see={
              <p>
                "Variance" is the share of what PCA's space holds of the images that this space holds, too; 1
                is all of it. "Axes" is how like each picture is to the component that it is most alike, on
                average; 1 would be the component itself. In a linear model that trains for long the first
                comes near 1; nothing draws the second there.
              </p>
            }
          />
        </div>
        <Show when={problem()}>
          {(why) => <StatusLine tone="failed">The angles cannot be measured: {why()}</StatusLine>}
        </Show>
        <Show when={spaces()}>
          {(found) => (
            <div class="spaces-words">
              <p>
                <b>{sayEpoch(props.epochs.shown().epoch, props.run)}.</b>{" "}
                <For each={found()}>
                  {(space) => <>{saySpace(space, props.epochs.playback.place(), labels())} </>}
                </For>
              </p>
              <For each={found().slice(-1)}>
                {(space) => <p>{sayFinding(space, labels(), isLinearChain(props.run.spec.model))}</p>}
              </For>
            </div>
          )}
        </Show>
      </div>
    </Show>
  );
}
