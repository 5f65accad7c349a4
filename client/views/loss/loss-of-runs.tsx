import { createMemo } from "solid-js";
import { plural } from "../../parts/numbers.ts";
import { ERROR_UNIT } from "../../plot/error-by-width.ts";
import { Plot } from "../../plot/plot.tsx";
import type { SeedGroup } from "./group-seeds.ts";
import { buildRunsByEpoch } from "./runs-by-epoch.ts";

/** The runs beside the one that is looked at, those that differ in the seed alone as a band. */
export function LossOfRuns(props: { groups: readonly SeedGroup[] }) {
  const columns = createMemo(() => buildRunsByEpoch(props.groups));
  const note = () => {
    const most = Math.max(...props.groups.map(({ runs }) => runs.length));
    return most > 1
      ? `Line = mean, band = mean ± one standard deviation over up to ${plural(most, "seed")}`
      : undefined;
  };
  return (
    <Plot
      question="How does the loss of the models beside it fall?"
      columns={columns()}
      x={{ name: "epoch", symbol: "epoch" }}
      y={{ name: `train loss (${ERROR_UNIT})` }}
      log="offered"
      note={note()}
      file="loss-of-runs"
      empty={<p>The loss of each model will stand here.</p>}
      see={
        <p>
          Wide models fall faster: more weights move by the same step, so the map that they make together
          moves further. A narrow band says that the first weights, which the seed draws, hardly matter; lines
          that still fall at the end have not reached what their width allows.
        </p>
      }
    />
  );
}
