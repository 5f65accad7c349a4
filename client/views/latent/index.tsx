import { createEffect, createMemo, createUniqueId, Match, on, Show, Switch } from "solid-js";
import { PIXELS } from "../../../shared/dataset/digits.ts";
import { scaleImages } from "../../../shared/dataset/scaling.ts";
import { rangeOf } from "../../parts/range-of.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAnalysis } from "../../state/analysis.ts";
import { ViewFrame } from "../view-frame.tsx";
import type { ViewProps } from "../viewed-run.ts";
import { CodePath } from "./code-path.tsx";
import { createMap } from "./create-map.ts";
import { createPath } from "./create-path.ts";
import { DecodePanel } from "./decode-panel.tsx";
import { LassoPanel } from "./lasso-panel.tsx";
import { MapCanvas } from "./map-canvas.tsx";
import { MapControls } from "./map-controls.tsx";
import { explainMap, mapCsv, mapFigure } from "./map-files.ts";
import { MapLegend } from "./map-legend.tsx";
import { nameAxis, type Point } from "./map-points.ts";
import { ReadPanel } from "./read-panel.tsx";
import { SpreadTable } from "./spread-table.tsx";

const QUESTION = "Where does it put each digit?";

/** The codes of all images on a map that can be read, circled and decoded, and the way between two of them. */
export function LatentSpace(props: ViewProps) {
  const hint = createUniqueId();
  const analysis = createAnalysis("latent", () => {
    const { key, spec, weights } = props.run;
    return { key, question: { spec, weights } };
  });
  // Another run's codes would be decoded by the wrong decoder.
  const found = createMemo(() => {
    const now = analysis();
    return now.status === "done" && now.key === props.run.key ? now.value : null;
  });
  const problem = () => {
    const now = analysis();
    return now.status === "failed" ? now.message : null;
  };
  const state = createMap(props, found);
  const path = createPath(props);
  createEffect(on(() => props.run.key, state.clear, { defer: true }));

  const labels = () => props.digits.labels;
  const images = () => scaleImages(props.digits, props.run.spec.dataset.scaling);
  const imageAt = (place: number) => images().subarray(place * PIXELS, (place + 1) * PIXELS);
  const range = () => rangeOf(images());
  const ready = () => {
    const [map, points] = [found(), state.points()];
    return map === null || points === null ? null : { map, points };
  };
  const overlay = () => {
    const { A, B } = path.ends();
    const [from, to] = [state.pointOf(A), state.pointOf(B)];
    return {
      read: state.pointOf(state.read()),
      lasso: state.lasso(),
      handle: state.tool() === "decode" ? state.handle() : null,
      path:
        state.tool() === "read" && from !== null && to !== null
          ? { from, to, at: between(from, to, path.share()) }
          : null,
    };
  };
  const saving = () => {
    const now = ready();
    if (now === null) return undefined;
    const { map, points } = now;
    const note = explainMap(map, labels().length);
    const figure = { question: QUESTION, note, points, axes: state.axes(), labels: labels() };
    return {
      file: "latent-space",
      csv: () => mapCsv(map, labels(), state.sets()),
      svg: async () => {
        const { buildMapSvg } = await import("../../plot/svg/build-map-svg.ts");
        return buildMapSvg(mapFigure(map, { ...figure, places: state.places() }));
      },
    };
  };
  const shared = () => ({ state, run: props.run, labels: labels(), imageAt, range: range() });
  return (
    <>
      <ViewFrame
        question={QUESTION}
        look="Each numeral is the code of an image of that digit. Look for digits that keep to themselves, and for those that lie in one another: there the model codes both alike. Read a point, draw a lasso, or drag a code and see it decoded."
        saving={saving()}
        table={
          <Show when={ready()}>
            {(now) => <SpreadTable points={now().points} places={state.places()} labels={labels()} />}
          </Show>
        }
      >
        <MapControls state={state} map={found()} />
        <MapLegend state={state} />
        <p class="unseen" id={hint}>
          With read, arrow keys move from point to point. With lasso, they move a rectangle, and with Shift
          they change its size. With decode, they move the code. Escape clears.
        </p>
        <div class="latent-stage">
          <div class="latent-figure">
            <p class="plot-axis">↑ {found() === null ? "\u00a0" : axisName(1)}</p>
            <Show
              when={ready()}
              fallback={
                <div class="latent-map">
                  <StatusLine tone={problem() === null ? "muted" : "failed"}>
                    {problem() === null
                      ? "Running the encoder on all images in your browser."
                      : `The map cannot be shown: ${problem()}`}
                  </StatusLine>
                </div>
              }
            >
              {(now) => (
                <MapCanvas
                  points={now().points}
                  labels={labels()}
                  shown={state.shown()}
                  overlay={overlay()}
                  label="Map of the codes of all images"
                  describedBy={hint}
                  isDrawnOn={state.tool() !== "read"}
                  onGesture={state.act}
                />
              )}
            </Show>
            <p class="plot-axis" data-side="x">
              {found() === null ? "\u00a0" : `${axisName(0)} →`}
            </p>
          </div>
          <Switch>
            <Match when={state.tool() === "read"}>
              <ReadPanel {...shared()} onEnd={path.setEnd} />
            </Match>
            <Match when={state.tool() === "lasso"}>
              <LassoPanel state={state} labels={labels()} images={images()} range={range()} />
            </Match>
            <Match when={state.tool() === "decode" ? found() : null}>
              {(map) => <DecodePanel {...shared()} map={map()} />}
            </Match>
          </Switch>
        </div>
        <p class="muted picked-facts width-note">
          <Show when={found()} fallback={"\u00a0"}>
            {(map) => explainMap(map(), labels().length)}
          </Show>
        </p>
      </ViewFrame>
      <CodePath {...shared()} path={path} />
    </>
  );

  function axisName(side: 0 | 1): string {
    const map = found();
    return map === null ? "" : nameAxis(map, state.axes()[side]);
  }
}

function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}
