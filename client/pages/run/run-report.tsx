import { paths } from "../../../shared/api/paths.ts";
import type { RunView } from "../../../shared/api/runs.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { describeDevice, describeEngine } from "../../parts/engine-words.ts";
import { formatDuration } from "../../parts/numbers.ts";
import { sayResumption } from "../../parts/resumption-words.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { When } from "../../parts/when.tsx";
import { buildLossByEpoch } from "../../plot/loss-by-epoch.ts";
import { Plot } from "../../plot/plot.tsx";
import { buildRunAgainLink } from "../../state/lab-link.ts";
import { LookInside } from "./look-inside.tsx";
import { RunFacts } from "./run-facts.tsx";
import { RunNumbers } from "./run-numbers.tsx";
import { sayCurve, sayRun, sayVerified } from "./sentences.ts";

/** A run, whole. */
export function RunReport(props: { run: RunView; token: string }) {
  const said = () => sayVerified(props.run);
  const marks = () =>
    (props.run.history.resumed ?? []).map((mark) => sayResumption(mark).replace("your", "the")).join(" ");
  const losses = () =>
    buildLossByEpoch([{ label: "train", trainLoss: props.run.history.trainLoss }], props.run.spec.epochs);
  return (
    <article class="run">
      <header class="run-head stack">
        <h1>{sayRun(props.run)}</h1>
        <StatusLine tone={said().tone}>{said().words}</StatusLine>
        <p class="muted">
          By {props.run.pseudonym} in {props.run.courseTitle}, <When at={props.run.receivedAt} />. Trained in{" "}
          {formatDuration(props.run.durationMs)} on {describeDevice(props.run.device).replace(/^your/, "the")}{" "}
          with {describeEngine(props.run.engine)}. {marks()}
        </p>
        <div class="row not-printed">
          <ButtonLink kind="primary" href={buildRunAgainLink(props.run.spec)}>
            Train this again
          </ButtonLink>
          <a class="button" href={paths.runLinkWeights(props.token)} download="weights.safetensors">
            Download the weights
          </a>
          <CopyButton label="Copy the link" text={() => location.href} />
        </div>
      </header>
      <RunNumbers run={props.run} />
      <Plot
        question="How did the loss fall?"
        columns={losses()}
        x={{ name: "epoch", symbol: "epoch" }}
        y={{ name: "train loss before the epoch’s updates (mean square error)" }}
        log="offered"
        note={sayCurve(props.run)}
        empty="This run has no losses."
        file={`loss-${props.token}`}
        headingLevel={2}
      />
      <LookInside run={props.run} token={props.token} />
      <RunFacts run={props.run} />
    </article>
  );
}
