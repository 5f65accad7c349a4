import { createMemo, createSignal, Show } from "solid-js";
import type { Attempt } from "../../../../shared/assignment/answers.ts";
import type { CellOf } from "../../../../shared/assignment/assignment.ts";
import { Button } from "../../../parts/button.tsx";
import { Help } from "../../../parts/help.tsx";
import { Segments } from "../../../parts/segments.tsx";
import { StatusLine } from "../../../parts/status-line.tsx";
import { ERROR_UNIT } from "../../../plot/error-by-width.ts";
import { buildLossByEpoch, type LossCurve } from "../../../plot/loss-by-epoch.ts";
import { Plot } from "../../../plot/plot.tsx";
import type { Work } from "../work.ts";
import { AttemptTable } from "./attempt-table.tsx";
import { type Contents, createContents } from "./create-contents.ts";
import { LookInside } from "./look-inside.tsx";
import { nameRun } from "./name-run.ts";
import { LiveLog, RunLog } from "./run-log.tsx";

/** What training gave: live while the cell trains, and of the shown attempt otherwise. */
export function RunOutput(props: {
  work: Work;
  cell: CellOf<"run">;
  shown: Attempt | null;
  compared: Attempt | null;
}) {
  const { notebook, runs } = props.work;
  const live = () => {
    const standing = runs.queue.standing(props.cell.id);
    return standing.status === "training" ? standing.runs : null;
  };
  const contents = createContents(notebook.course, () => [
    ...(props.shown?.runs ?? []),
    ...(props.compared?.runs ?? []),
  ]);
  const [pickedWidth, setPickedWidth] = createSignal<number | null>(null);
  const picked = createMemo(() => {
    const all = props.shown?.runs ?? [];
    return all.find(({ width }) => width === pickedWidth()) ?? all[0] ?? null;
  });
  const curves = createMemo((): readonly LossCurve[] => {
    const training = live();
    if (training === null) return curvesOf(props.shown, props.compared, contents);
    return training.map(({ width, spec }) => ({
      label: nameRun(spec, width),
      trainLoss: runs.queue.curves().find((curve) => curve.spec === spec)?.trainLoss ?? [],
    }));
  });
  const epochs = () => (live() ?? props.shown?.runs)?.[0]?.spec.epochs ?? props.cell.spec.epochs;
  const lost = () => {
    const found = [props.shown, props.compared].flatMap((attempt) =>
      (attempt?.runs ?? []).flatMap(({ id }) => {
        const why = contents.why(id);
        return why === null || attempt === null ? [] : [{ why, attempt }];
      }),
    );
    return live() === null ? (found[0] ?? null) : null;
  };

  return (
    <div class="run-output">
      <Plot
        question="How did the loss fall?"
        headingLevel={4}
        columns={buildLossByEpoch(curves(), epochs())}
        x={{ name: "epoch", symbol: "epoch" }}
        y={{ name: `training loss (${ERROR_UNIT})` }}
        log="offered"
        file={`${props.cell.id}-loss`}
        empty={<p>The loss of each model is drawn here while it trains.</p>}
      />
      <div class="run-log-side stack">
        <div class="picked-head">
          <h4>Log</h4>
          <Show when={live() === null && (props.shown?.runs.length ?? 0) > 1}>
            <Segments
              label="Log of which model"
              choices={props.shown?.runs ?? []}
              chosen={picked()}
              onChoose={({ width }) => setPickedWidth(width)}
              name={({ spec, width }) => nameRun(spec, width)}
            />
          </Show>
        </div>
        <Show
          when={live() === null}
          fallback={<LiveLog cell={props.cell.label} curve={runs.queue.curves().at(-1) ?? null} />}
        >
          <RunLog cell={props.cell.label} run={picked()} history={contents.history(picked()?.id ?? "")} />
        </Show>
      </div>
      <Show when={lost()}>
        {(one) => (
          <div class="run-missing stack">
            <StatusLine tone="failed">
              {one().why} The numbers of {one().attempt.name} are here; its losses and weights come back when
              it is trained again: the same seed gives the same numbers.
            </StatusLine>
            <div class="row">
              <Button onClick={() => runs.queue.again(props.cell, one().attempt)}>Train again</Button>
            </div>
          </div>
        )}
      </Show>
      <Show when={live() === null && props.shown}>
        {(attempt) => (
          <AttemptTable
            cell={props.cell.label}
            attempt={attempt()}
            compared={props.compared}
            contents={contents}
          />
        )}
      </Show>
      <Show when={live() === null && props.shown}>
        {(attempt) => (
          <Help summary="What did it learn?" lazy>
            <LookInside shown={attempt()} compared={props.compared} contents={contents} />
          </Help>
        )}
      </Show>
    </div>
  );
}

function curvesOf(shown: Attempt | null, compared: Attempt | null, contents: Contents): readonly LossCurve[] {
  const lossOf = (id: string) => contents.history(id)?.trainLoss ?? [];
  const curves = (shown?.runs ?? []).map(({ id, width, spec }) => ({
    label: nameRun(spec, width),
    trainLoss: lossOf(id),
  }));
  const others = (compared?.runs ?? []).map(({ id, width, spec }) => ({
    label: `${nameRun(spec, width)}, ${compared?.name ?? ""}`,
    trainLoss: lossOf(id),
    isReference: true,
  }));
  return [...curves, ...others];
}
