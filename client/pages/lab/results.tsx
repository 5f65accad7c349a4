import { createMemo, createResource, createSignal, Show } from "solid-js";
import { latentWidth } from "../../../shared/spec/latent-width.ts";
import { isConvolutional, widthSymbol, widthsOf, widthWord } from "../../parts/model-words.ts";
import { buildErrorByWidth, buildRandomByWidth, ERROR_UNIT } from "../../plot/error-by-width.ts";
import { buildLossByEpoch } from "../../plot/loss-by-epoch.ts";
import { Plot } from "../../plot/plot.tsx";
import { loadDigits } from "../../state/digits.ts";
import { createFloors } from "../../state/floors.ts";
import { isFinished, type LiveCurve, type Run } from "../../state/training-run.ts";
import { AnomalyPlot } from "./anomaly-plot.tsx";
import { compareEngines } from "./compare-engines.ts";
import type { Experiment } from "./experiment.ts";
import type { Keeping } from "./keeping.ts";
import { PickedRun } from "./picked-run.tsx";
import { latestRuns, toPoints } from "./points.ts";
import { describeAgreement, seedsNote } from "./result-words.ts";
import { RunsTable } from "./runs-table.tsx";

/** What training found, from the question to the single run. */
export function Results(props: {
  experiment: Experiment;
  question: string;
  runs: readonly Run[];
  curves: readonly LiveCurve[];
  keeping: Keeping;
}) {
  const [pickedKey, setPickedKey] = createSignal<string | null>(null);
  const [digits] = createResource(loadDigits);
  const spec = () => props.experiment.sweep.spec;
  const finished = createMemo(() => latestRuns(props.runs));
  const points = createMemo(() => toPoints(finished()));
  const widths = createMemo(() => [...new Set(points().map(({ width }) => width))].toSorted((a, b) => a - b));
  const isAnomaly = () => spec().dataset.split.kind === "oneDigit";
  const floors = createFloors(() =>
    isConvolutional(spec()) || props.runs.length === 0 ? null : spec().dataset,
  );
  const siblings = createMemo(() => {
    const seed = finished()[0]?.spec.seed;
    const same = finished().filter((run) => run.spec.seed === seed);
    return same.toSorted((a, b) => (latentWidth(a.spec) ?? 0) - (latentWidth(b.spec) ?? 0));
  });
  const picked = createMemo(() => {
    const chosen = props.runs.filter(isFinished).find(({ key }) => key === pickedKey());
    return chosen ?? siblings().at(-1) ?? null;
  });
  const x = () => ({ name: widthWord(spec()), symbol: `${widthSymbol(spec())} =`, ticks: widths() });
  const agreement = createMemo(() => compareEngines(props.runs.filter(isFinished)));
  const curveColumns = createMemo(() =>
    buildLossByEpoch(
      widthsOf(props.experiment.sweep).map((width) => ({
        label: `${widthSymbol(spec())} = ${width}`,
        trainLoss: props.curves.find((curve) => latentWidth(curve.spec) === width)?.trainLoss ?? [],
      })),
      spec().epochs,
    ),
  );
  const nothing = () =>
    props.runs.length > 0 && finished().length === 0 ? "No run can be drawn: the table says why." : "";
  const seed = () => props.curves[0]?.spec.seed;

  return (
    <div class="results">
      <Show when={isAnomaly()}>
        <AnomalyPlot run={picked()} />
      </Show>
      <Show when={!isAnomaly() || widths().length > 1}>
        <Plot
          question={isAnomaly() ? "How does error fall as the model grows?" : props.question}
          headingLevel={2}
          columns={buildErrorByWidth(points(), isConvolutional(spec()) ? "none" : (floors() ?? "awaited"))}
          x={x()}
          y={{ name: ERROR_UNIT }}
          log="offered"
          note={seedsNote(points())}
          file="error-by-width"
          empty={
            <p>
              {nothing()} Train and test error of each {widthWord(spec())} will stand here, with the least
              error that any linear model can reach.
            </p>
          }
          see={<SeeError convolutional={isConvolutional(spec())} />}
        />
      </Show>
      <div class="plots">
        <Plot
          question="How does the loss fall while a model trains?"
          columns={curveColumns()}
          x={{ name: "epoch", symbol: "epoch" }}
          y={{ name: `train loss${seed() === undefined ? "" : `, seed ${seed()}`} (${ERROR_UNIT})` }}
          log="offered"
          file="loss-by-epoch"
          empty={<p>Each model's loss will be drawn here while it trains.</p>}
          see={
            <p>
              Every model starts near 1, the error of an answer that is blank. Wide models fall faster. Curves
              that still fall at the last epoch would gain from more epochs.
            </p>
          }
        />
        <Plot
          question="Does it learn digits, or just copy anything?"
          columns={buildRandomByWidth(points())}
          x={x()}
          y={{ name: `error on random data (${ERROR_UNIT})` }}
          log="offered"
          note={seedsNote(points())}
          file="random-data-by-width"
          empty={<p>{nothing()} The error on 50 images of random noise will stand here.</p>}
          see={
            <p>
              A model that has learned what digits look like cannot reproduce noise: its error stays near 1.
              Where the error on noise falls with the test error, the model is wide enough to copy whatever it
              is given.
            </p>
          }
        />
      </div>
      <Show when={props.runs.length > 0}>
        <RunsTable
          runs={props.runs}
          widthName={widthWord(spec())}
          floors={floors()}
          anomaly={isAnomaly()}
          picked={picked()?.key ?? null}
          keeping={props.keeping}
          onPick={(run) => setPickedKey(run.key)}
        />
        <Show when={agreement()}>
          {(found) => <p class="muted picked-facts">{describeAgreement(found())}</p>}
        </Show>
      </Show>
      <Show when={picked()}>
        {(run) => (
          <Show when={digits()}>
            {(loaded) => (
              <PickedRun
                run={run()}
                siblings={siblings()}
                repeats={finished().filter((run) => !siblings().includes(run))}
                digits={loaded()}
                onPick={({ key }) => setPickedKey(key)}
              />
            )}
          </Show>
        )}
      </Show>
    </div>
  );
}

function SeeError(props: { convolutional: boolean }) {
  return (
    <>
      <p>
        The error falls steeply at first and then flattens: each further number that the model may keep
        describes less of a digit than the one before. Train and test lie close together: a model this small
        has little room to learn single images by heart.
      </p>
      <Show when={!props.convolutional}>
        <p>
          The PCA floor is the least error that any linear model of that hidden size can reach on the test
          images. What lies between it and the test line is what more training could still gain. From 64 on,
          the number of pixels, the floor is 0.
        </p>
      </Show>
    </>
  );
}
