import { Show } from "solid-js";
import type { EvidenceOf } from "../../../shared/api/flags.ts";
import { formatLoss } from "../../parts/numbers.ts";
import { RunColumns } from "./run-columns.tsx";

/** The run beside what training it again gives, or beside another student's where that would take too long. */
export function OtherWeightsEvidence(props: { evidence: EvidenceOf<"otherWeights"> }) {
  const again = () => {
    const found = props.evidence.again;
    return found === null ? {} : { again: { ...found.metrics, weightsHash: found.weightsHash } };
  };
  const runs = () => [...(props.evidence.rival === null ? [] : [props.evidence.rival]), props.evidence.run];
  return (
    <>
      <p>
        <Show
          when={props.evidence.again}
          fallback="Training it again would take the server too long; of these two runs of one spec and seed at most one is what they give."
        >
          {(found) =>
            found().weightsHash === props.evidence.run.weightsHash
              ? "The seed gives these very weights. It is the loss curve that is another."
              : "The seed gives other weights than those that were sent."
          }
        </Show>
        <Show when={props.evidence.firstLoss}>
          {(loss) =>
            ` The loss curve departs at epoch ${loss().epoch}: ${formatLoss(loss().sent)} was sent, ${formatLoss(loss().again)} comes out.`
          }
        </Show>
        <Show when={props.evidence.again !== null && props.evidence.firstLoss === null}>
          {" "}
          The loss curve that was sent is the one that comes out.
        </Show>
      </p>
      <RunColumns caption="The run, and what it is compared with" runs={runs()} {...again()} />
    </>
  );
}
