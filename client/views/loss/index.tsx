import { createMemo, Show } from "solid-js";
import { createAnalysis, readFinding } from "../../state/analysis.ts";
import type { ViewProps } from "../viewed-run.ts";
import { groupSeeds } from "./group-seeds.ts";
import { LossOfRun } from "./loss-of-run.tsx";
import { LossOfRuns } from "./loss-of-runs.tsx";
import { Theory } from "./theory.tsx";

/** How far training came, epoch by epoch, and how far theory says that it can come. */
export function Loss(props: ViewProps) {
  const data = createAnalysis("data", () => {
    const { dataset } = props.run.spec;
    return { key: JSON.stringify(dataset), question: { dataset } };
  });
  const all = createMemo(() => [...props.runs, ...(props.repeats ?? [])]);
  const groups = createMemo(() => groupSeeds(all()));
  return (
    <>
      <LossOfRun run={props.run} data={readFinding(data())} digits={props.digits} />
      <Show when={groups().some(({ runs }) => runs.length > 1) || groups().length > 1}>
        <LossOfRuns groups={groups()} />
      </Show>
      <Theory run={props.run} all={all()} data={readFinding(data())} />
    </>
  );
}
