import { createMemo } from "solid-js";
import type { EvidenceOf } from "../../../shared/api/flags.ts";
import { DISTURBED_TRAININGS, GAP_SIGMAS } from "../../../shared/integrity/gap-bounds.ts";
import { formatLoss, formatNumber } from "../../parts/numbers.ts";
import { Table } from "../../parts/table.tsx";
import { Plot } from "../../plot/plot.tsx";
import { buildGapColumns } from "./gap-columns.ts";
import { RunColumns } from "./run-columns.tsx";
import { formatGap } from "./words.ts";

/** The gap of a run beside what honest training gives: for its own seed as a number, for others as a distribution. */
export function GapEvidence(props: { evidence: EvidenceOf<"gap"> }) {
  const run = () => props.evidence.run.metrics;
  const honest = () => props.evidence.honest;
  const gap = () => run().testMse - run().trainMse;
  const honestGap = () => honest().testMse - honest().trainMse;
  const columns = createMemo(() => buildGapColumns(props.evidence));
  const sigmas = () => (gap() - honestGap()) / honest().sigma;
  return (
    <>
      <p>
        The gap is {formatNumber(Math.abs(sigmas()))} sigmas from the honest one; beyond {GAP_SIGMAS} it is
        flagged. One sigma, {formatGap(honest().sigma)}, is how far rounding moves it: the larger of what{" "}
        {DISTURBED_TRAININGS} trainings with disturbed data show and a ten-thousandth of the test error.
      </p>
      <Table caption="Errors of the run and of honest training" captionHidden>
        <thead>
          <tr>
            <th scope="col">
              <span class="unseen">what</span>
            </th>
            <th scope="col" data-number="">
              train error
            </th>
            <th scope="col" data-number="">
              test error
            </th>
            <th scope="col" data-number="">
              gap
            </th>
          </tr>
        </thead>
        <tbody>
          <Errors name="this run" {...run()} />
          <Errors name={`honest training, seed ${props.evidence.run.spec.seed}`} {...honest()} />
        </tbody>
      </Table>
      <Plot
        question="Is the gap one that honest training gives?"
        columns={columns()}
        x={{
          name: "seeds, from the smallest honest gap to the largest",
          symbol: "place",
          ticks: columns().x.filter((place) => place % 4 === 0),
        }}
        y={{ name: "test error − train error", format: "number" }}
        file="gap"
        note={`Each of ${props.evidence.seeds.length} seeds is trained twice from this spec: on its own train images, and on all images. The run stands at its own seed.`}
        empty="No seed gave a number."
        headingLevel={3}
      />
      <RunColumns caption="The run" runs={[props.evidence.run]} />
    </>
  );
}

function Errors(props: { name: string; trainMse: number; testMse: number }) {
  return (
    <tr>
      <th scope="row">{props.name}</th>
      <td data-number="">{formatLoss(props.trainMse)}</td>
      <td data-number="">{formatLoss(props.testMse)}</td>
      <td data-number="">{formatGap(props.testMse - props.trainMse)}</td>
    </tr>
  );
}
