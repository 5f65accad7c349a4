import { createSignal, For, Show } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import type { Match } from "../../../shared/metrics/weight-spaces.ts";
import type { PrincipalComponents } from "../../../shared/training/principal-components.ts";
import type { Epochs } from "../create-epochs.ts";
import { sayEpoch } from "../epoch-words.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewedRun } from "../viewed-run.ts";
import { createEnds } from "./create-ends.ts";
import { endGroups, endsCsv } from "./end-files.ts";
import { type Alike, EndPanel } from "./end-panel.tsx";
import { EndTable } from "./end-table.tsx";
import { COMPONENTS_TITLE, nameEnd, sayComponent, sayPicture } from "./end-words.ts";

const QUESTION = "What does each hidden number look for, and what does it paint?";
const LOOK_CHAIN =
  "Each hidden number reads an image with one row of the encoder, and adds one column of the decoder to the reconstruction. Below, beside the one that is read, stands the component that it is most alike. Look for the shapes of PCA: the numbers come to span its space in training, but hardly ever become its components.";
const LOOK_LAYERS =
  "Something bends between these layers, so these are the rows of the first layer and the columns of the last one, not a whole encoder and decoder. Look for strokes: each row is a shape that a number reads, each column one that it paints.";

/** The encoder's rows and the decoder's columns as pictures, beside the principal components of the train images. */
export function Ends(props: { run: ViewedRun; epochs: Epochs; pca: PrincipalComponents | null }) {
  const ends = createEnds(props);
  const { panels, components, readOf, matchOf } = ends;
  const [component, setComponent] = createSignal(0);
  const when = () => sayEpoch(props.epochs.shown().epoch, props.run);
  const alikeOf = (match: Match | null): Alike | null => {
    const found = components();
    if (found === null || match === null) return null;
    const { pca, range } = found;
    const values = pca.components.slice(match.component * PIXELS, (match.component + 1) * PIXELS);
    // Its sign is free; this one is like the picture.
    const turned = match.cosine < 0 ? values.map((value) => -value) : values;
    return { values: turned, range, name: sayComponent(match.component, pca.variances) };
  };
  const drawSvg = async () => {
    const { buildPicturesSvg } = await import("../../plot/svg/build-pictures-svg.ts");
    const figure = { question: QUESTION, note: `${props.run.name}. ${when()}.`, groups: endGroups(ends) };
    return buildPicturesSvg(figure, { width: 640 });
  };

  return (
    <ViewFrame
      question={QUESTION}
      look={ends.isChain() ? LOOK_CHAIN : LOOK_LAYERS}
      saving={{ file: "weights", csv: () => endsCsv(ends), svg: drawSvg }}
      table={
        <For each={panels().map(({ end }) => end)}>
          {(_, i) => (
            <Show when={panels()[i()]}>
              {(panel) => <EndTable ends={ends} panel={panel()} when={when()} />}
            </Show>
          )}
        </For>
      }
    >
      <div class="end-panels">
        <For each={panels().map(({ end }) => end)}>
          {(end, i) => (
            <Show when={panels()[i()]}>
              {(panel) => (
                <EndPanel
                  title={nameEnd(end, ends.isChain()).title}
                  many={nameEnd(end, ends.isChain()).many}
                  panel={panel()}
                  read={readOf(panel())}
                  say={(at) => sayPicture(end, at, matchOf(panel(), at))}
                  onRead={(at) => ends.readPicture(end, at)}
                  alike={alikeOf(matchOf(panel(), readOf(panel())))}
                />
              )}
            </Show>
          )}
        </For>
        <Show when={components()}>
          {(found) => (
            <EndPanel
              title={COMPONENTS_TITLE}
              many="principal components"
              panel={found()}
              read={Math.min(component(), found().pictures.count - 1)}
              say={(at) => sayComponent(at, found().pca.variances)}
              onRead={setComponent}
            />
          )}
        </Show>
      </div>
    </ViewFrame>
  );
}
