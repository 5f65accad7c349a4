import { createMemo, createSignal, Show } from "solid-js";
import { enlargeImage, IMAGE_SIDE } from "../../../shared/dataset/bitmap.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { Button } from "../../parts/button.tsx";
import { formatLoss } from "../../parts/numbers.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { Segments } from "../../parts/segments.tsx";
import { buildCsv } from "../../plot/csv.ts";
import { createAnalysis, readFinding } from "../../state/analysis.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import { createPad } from "./create-pad.ts";
import { createReconstruction } from "./create-reconstruction.ts";
import { Disturb } from "./disturb.tsx";
import { DrawingPad } from "./drawing-pad.tsx";
import { groupErrors } from "./error-groups.ts";
import { PadTable } from "./pad-table.tsx";
import type { Point, Tool } from "./pen.ts";
import { listPictures, tabulatePictures } from "./pictures.ts";
import { StartFrom } from "./start-from.tsx";
import { WhatItMakes } from "./what-it-makes.tsx";
import { explainRandom, sayPlace, sayStanding, saySubject } from "./words.ts";

const QUESTION = "What does it make of a digit that you draw?";
/** What standard normal numbers lie between, all but one in 400. */
const RANDOM_RANGE = [-3, 3] as const;
const TOOLS: readonly Tool[] = ["pen", "eraser"];

/** A pad to draw a digit on, and what the model makes of it as it is drawn. */
export function DrawingBoard(props: ViewProps) {
  const scaling = () => props.run.spec.dataset.scaling;
  const pad = createPad(() => props.digits, scaling);
  const [tool, setTool] = createSignal<Tool>("pen");
  const [heard, setHeard] = createSignal("");
  const { found, problem } = createReconstruction(() => props.run, pad.image);
  const rebuilt = createAnalysis("rebuilt", () => {
    const { key, spec, weights } = props.run;
    return { key, question: { spec, weights } };
  });
  const groups = createMemo(() => {
    const all = readFinding(rebuilt());
    return all === null ? [] : groupErrors(props.run.spec, props.digits, all.errors);
  });
  const isRandom = () => pad.subject().kind === "random";
  const range = createMemo(() => (isRandom() ? RANDOM_RANGE : rangeOf(scaleImages(props.digits, scaling()))));
  const pictures = createMemo(() => {
    const now = found();
    return now === null ? [] : listPictures(now, range());
  });
  const dots = createMemo((): ArrayLike<number> => {
    const now = pad.subject();
    return now.kind === "drawing" ? now.bitmap : enlargeImage(pad.image());
  });
  const error = () => found()?.error ?? null;
  const standing = createMemo(() => {
    const now = error();
    return now === null || groups().length === 0 ? "\u00a0" : `Its error is ${sayStanding(now, groups())}.`;
  });
  const words = () => `Error ${formatLoss(error() ?? Number.NaN)}. ${standing()}`;
  const tell = (cursor: Point | null) =>
    setHeard(`${cursor === null ? "" : `${sayPlace(cursor, pad.counts())} `}${words()}`);
  const saving = {
    file: "drawn-digit",
    csv: () =>
      buildCsv(
        ["row", "column", "image", "reconstruction"],
        Array.from(found()?.image ?? [], (value, i) => [
          ...[Math.floor(i / IMAGE_SIDE) + 1, (i % IMAGE_SIDE) + 1, value],
          found()?.reconstruction[i] ?? null,
        ]),
      ),
    svg: async () => {
      const { buildImagesSvg } = await import("../../plot/svg/build-images-svg.ts");
      return buildImagesSvg(tabulatePictures(pictures(), { question: QUESTION, note: words() }));
    },
  };

  return (
    <ViewFrame
      question={QUESTION}
      look="Draw a digit on 32 × 32 dots. As when the data were made, each 4 × 4 of them are counted into one pixel of 0 to 16. Look for what the model puts right unasked, and for what makes its error grow: one stroke too many, a turn, noise, or no digit at all."
      saving={saving}
      table={
        <Show when={found()}>
          {(now) => <PadTable image={now().image} reconstruction={now().reconstruction} />}
        </Show>
      }
    >
      <div class="pad-room">
        <div class="pad-view">
          <div class="pad-side">
            <DrawingPad
              values={dots()}
              range={isRandom() ? RANDOM_RANGE : [0, 1]}
              tool={tool()}
              hint={pad.isEmpty() ? "Draw a digit here" : null}
              onTool={setTool}
              onStroke={pad.stroke}
              onClear={pad.clear}
              onPause={tell}
            />
            <div class="pad-tools">
              <Segments label="What the pen does" choices={TOOLS} chosen={tool()} onChoose={setTool} />
              <Button onClick={pad.clear}>Clear</Button>
            </div>
          </div>
          <WhatItMakes
            subject={saySubject(pad.subject(), pad.isEmpty(), props.digits.labels)}
            pictures={pictures()}
            error={error()}
            problem={problem()}
            standing={standing()}
            groups={groups()}
            randomMse={props.run.metrics.randomMse}
            why={isRandom() ? explainRandom(props.run) : null}
          />
          <div class="pad-subjects">
            <StartFrom
              spec={props.run.spec}
              digits={props.digits}
              onExample={pad.takeExample}
              onRandom={pad.takeRandom}
            />
            <Disturb pad={pad} disabled={isRandom()} />
          </div>
        </div>
      </div>
      <p class="unseen" role="status">
        {heard()}
      </p>
    </ViewFrame>
  );
}
