import { createMemo, createUniqueId, Show } from "solid-js";
import type { DataFacts } from "../../../shared/metrics/describe-data.ts";
import { isAffine } from "../../../shared/model/affine-map.ts";
import { latentSize, latentWidth, narrowestSize } from "../../../shared/spec/latent-width.ts";
import { sweepKey } from "../../../shared/spec/sweep.ts";
import { isConvolutional } from "../../parts/model-words.ts";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import { NO_COLUMNS } from "../../plot/columns.ts";
import { ERROR_UNIT, floorAt, type SweepPoint } from "../../plot/error-by-width.ts";
import { Plot } from "../../plot/plot.tsx";
import { createAnalysis, readDone } from "../../state/analysis.ts";
import type { ViewedRun } from "../viewed-run.ts";
import {
  buildFloorsByWidth,
  buildNoiseByWidth,
  buildSpectrum,
  drawnWidths,
  tooWide,
} from "./against-theory.ts";
import { sayNoise, sayRank, sayTooWide } from "./words.ts";

const TICKS = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128];

/** Where the run and those of its sweep stand against what can be said without training. */
export function Theory(props: { run: ViewedRun; all: readonly ViewedRun[]; data: DataFacts | null }) {
  const id = createUniqueId();
  const noise = createAnalysis("noise", () => {
    const { key, spec, weights } = props.run;
    return { key, question: { spec, weights } };
  });
  const points = createMemo((): readonly SweepPoint[] => {
    const key = sweepKey(props.run.spec);
    return props.all.flatMap(({ spec, metrics }) => {
      const width = latentWidth(spec);
      return width === null || sweepKey(spec) !== key ? [] : [{ width, metrics }];
    });
  });
  const width = () => (isConvolutional(props.run.spec) ? null : latentWidth(props.run.spec));
  const x = () => {
    const last = drawnWidths(points()).at(-1) ?? 0;
    return { name: "hidden size", symbol: "h =", ticks: TICKS.filter((tick) => tick <= last) };
  };
  const left = () => sayTooWide(tooWide(points()));
  const awaited = <p>Working it out in your browser.</p>;
  return (
    <section class="theory" aria-labelledby={id}>
      <h3 id={id}>Against theory</h3>
      <Show when={width()} fallback={<p class="view-look">{sayRoom(props.run, props.data)}</p>}>
        {(h) => (
          <>
            <Plot
              question="How near does training come to the least error that there is?"
              headingLevel={4}
              columns={props.data === null ? NO_COLUMNS : buildFloorsByWidth(props.data.floors, points())}
              x={x()}
              y={{ name: ERROR_UNIT }}
              log="offered"
              note={left()}
              file="floors-by-width"
              empty={awaited}
              see={
                <p>
                  The dashed lines are the least errors that any model can reach whose output lies in as many
                  directions as it has hidden units: those of PCA, once fitted to the train images and once to
                  the test images themselves. What lies between a mark and its line is what more training, or
                  larger steps, could still gain. More images would change it little.
                </p>
              }
            />
            <Plot
              question="How much of noise must a model of this width lose?"
              headingLevel={4}
              columns={buildNoiseByWidth(points())}
              x={x()}
              y={{ name: `error on random data (${ERROR_UNIT})` }}
              log="offered"
              note={sayNoise(
                {
                  width: h(),
                  randomMse: props.run.metrics.randomMse,
                  affine: isAffine(props.run.spec.model),
                },
                readDone(noise()),
              )}
              file="noise-by-width"
              empty={awaited}
              see={
                <p>
                  Noise has no direction in which it lies: a projection onto h of 64 directions keeps h / 64
                  of it and leaves (64 − h) / 64, whichever directions it chose; from 64 on, nothing. Models
                  that were trained on digits stand above: beside the digits’ own directions their weights are
                  still much as they were drawn.
                </p>
              }
            />
          </>
        )}
      </Show>
      <Plot
        question="In how many directions do the digits differ?"
        headingLevel={4}
        columns={props.data === null ? NO_COLUMNS : buildSpectrum(props.data.spectrum)}
        x={{ name: "principal component, the largest first", symbol: "component" }}
        y={{ name: "variance along it", format: "number" }}
        log="first"
        note={props.data === null ? " " : sayRank(props.data.spectrum)}
        file="spectrum"
        empty={awaited}
        see={
          <p>
            Each component is a direction in which the images differ, and less than in the one before. Where
            the line ends, nothing differs any more. The PCA floor of h is what stands to the right of
            component h, summed and divided by 64 pixels.
          </p>
        }
      />
    </section>
  );
}

/** What theory says of a model that is not measured by its hidden size. */
function sayRoom({ spec, metrics }: ViewedRun, data: DataFacts | null): string {
  const room = narrowestSize(spec.model);
  const floor = data === null ? "" : ` of ${formatLoss(floorAt(data.floors.test, room))}`;
  return room < 64
    ? `The narrowest layer of this model holds ${room} numbers for an image of 64 pixels. The PCA floor${floor} on the test images is that of as many hidden units; this model’s test error is ${formatLoss(metrics.testMse)}.`
    : `The hidden layer of this model holds ${formatNumber(latentSize(spec.model))} numbers for an image of 64 pixels. It has the room to copy any image, noise too, so theory sets it no least error: the PCA floor is 0. What its test error of ${formatLoss(metrics.testMse)} still is, training has left.`;
}
