import { createSignal, onMount, Show } from "solid-js";
import type { GradebookPart } from "../../../shared/api/grading/gradebook.ts";
import { Button } from "../../parts/button.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { formatPoints } from "../../parts/points.ts";
import { Problem } from "../../parts/problem.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createAct } from "../../state/act.ts";
import { gradesCalls } from "../../state/calls/grades.ts";
import { inPieces, listAcceptable, type Which } from "./proposals.ts";
import type { Row } from "./rows.ts";

/** Accepts what the lab proposes for a part of many students at once. */
export function AcceptForm(props: {
  course: string;
  /** Of the homework, that was seen. */
  version: number;
  part: GradebookPart;
  /** The part's, among the parts. */
  place: number;
  rows: readonly Row[];
  onAccepted: () => Promise<void>;
  onClose: () => void;
}) {
  const { act, isActing, failed } = createAct();
  const [which, setWhich] = createSignal<Which>("full");
  const [said, setSaid] = createSignal<string | null>(null);
  const list = (what: Which) =>
    listAcceptable(props.rows, { p: props.place, points: props.part.points, which: what });
  const chosen = () => list(which());
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());

  const accept = async () => {
    let [accepted, leftOut] = [0, 0];
    for (const students of inPieces(chosen())) {
      const wish = { version: props.version, students };
      const answer = await act(() => gradesCalls.accept(props.course, props.part.id, wish));
      if (answer === null) break;
      accepted += answer.value.accepted.length;
      leftOut += answer.value.leftOut.length;
    }
    const others =
      leftOut === 0 ? "" : ` ${plural(leftOut, "student")} had another grade or submission by now.`;
    setSaid(accepted + leftOut === 0 ? null : `${plural(accepted, "proposal")} accepted.${others}`);
    if (accepted > 0) await props.onAccepted();
  };
  return (
    <section class="accept-form stack" aria-labelledby="accepting">
      <h3 id="accepting" tabindex="-1" ref={heading}>
        Accept proposals for problem {props.part.problem} ({props.part.letter})
      </h3>
      <p>
        The lab looks whether something is complete and whether a number is the expected one; it does not read
        texts. What you accept is a grade with your name on it, and can be changed one by one.
      </p>
      <fieldset>
        <legend class="unseen">Which proposals</legend>
        <label class="choice">
          <input type="radio" name="which" checked={which() === "full"} onChange={() => setWhich("full")} />
          Those that give all {formatPoints(props.part.points)} points ({formatNumber(list("full").length)})
        </label>
        <label class="choice">
          <input type="radio" name="which" checked={which() === "all"} onChange={() => setWhich("all")} />
          All of them ({formatNumber(list("all").length)})
        </label>
      </fieldset>
      <div class="row">
        <Button kind="primary" disabled={isActing() || chosen().length === 0} onClick={accept}>
          Accept {plural(chosen().length, "proposal")}
        </Button>
        <Button onClick={props.onClose}>Close</Button>
        <Show when={said()}>
          {(words) => (
            <StatusLine tone="good" live>
              {words()}
            </StatusLine>
          )}
        </Show>
      </div>
      <Problem words={failed()} />
    </section>
  );
}
