import { Match, Switch } from "solid-js";
import type { Evidence, EvidenceOf, Flag, FlagKind } from "../../../shared/api/flags.ts";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAnswer } from "../../state/api-answer.ts";
import { flagCalls } from "../../state/calls/flags.ts";
import { CopiedTextEvidence } from "./copied-text-evidence.tsx";
import { GapEvidence } from "./gap-evidence.tsx";
import { OtherWeightsEvidence } from "./other-weights-evidence.tsx";
import { ReviewForm } from "./review-form.tsx";
import { SameWeightsEvidence } from "./same-weights-evidence.tsx";

/** What a flag rests on, and whether someone has looked. */
export function EvidencePanel(props: { course: string; flag: Flag; onReviewed: () => Promise<void> }) {
  const name = () => ({ course: props.course, flag: props.flag.id });
  const [answer, again] = createAnswer(
    () => props.flag.id,
    () => flagCalls.view(name()),
  );
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  const evidence = <K extends FlagKind>(kind: K): EvidenceOf<K> | null => {
    const now = answer();
    return now.status === "answered" && isOf(now.value.evidence, kind) ? now.value.evidence : null;
  };
  return (
    <div class="evidence stack">
      <Switch
        fallback={
          <StatusLine live>
            {props.flag.kind === "otherWeights" || props.flag.kind === "gap"
              ? "Training again, to show what comes out."
              : "Loading the evidence."}
          </StatusLine>
        }
      >
        <Match when={failure()}>
          {(why) => <FailedAnswer failure={why()} onAgain={again} refused="This flag is no more" />}
        </Match>
        <Match when={evidence("sameWeights")}>{(found) => <SameWeightsEvidence evidence={found()} />}</Match>
        <Match when={evidence("otherWeights")}>
          {(found) => <OtherWeightsEvidence evidence={found()} />}
        </Match>
        <Match when={evidence("gap")}>{(found) => <GapEvidence evidence={found()} />}</Match>
        <Match when={evidence("copiedText")}>{(found) => <CopiedTextEvidence evidence={found()} />}</Match>
      </Switch>
      <ReviewForm name={name()} review={props.flag.review} onReviewed={props.onReviewed} />
    </div>
  );
}

function isOf<K extends FlagKind>(evidence: Evidence, kind: K): evidence is EvidenceOf<K> {
  return evidence.kind === kind;
}
