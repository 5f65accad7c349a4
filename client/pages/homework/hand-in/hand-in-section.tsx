import { createMemo, Show } from "solid-js";
import type { Deadline } from "../../../../shared/assignment/deadline.ts";
import { Button, ButtonLink } from "../../../parts/button.tsx";
import { plural } from "../../../parts/numbers.ts";
import { StatusLine } from "../../../parts/status-line.tsx";
import { roleIn } from "../../../state/course.ts";
import { GradeLine } from "../../my-grade/grade-line.tsx";
import type { Work } from "../work.ts";
import { CheckList } from "./check-list.tsx";
import { CoverCell } from "./cover-cell.tsx";
import { createHandIn } from "./create-hand-in.ts";
import { Receipts } from "./receipts.tsx";
import { sayDue, sayHandIn } from "./words.ts";

/** The end of the notebook: what is missing, who hands in, and handing in. */
export function HandInSection(props: { work: Work; deadline: Deadline }) {
  const handIn = createHandIn(props.work);
  const said = createMemo(() => sayHandIn(handIn.state()));
  const missing = () => {
    const { parts, cover } = props.work.check();
    return [...parts, cover].filter(({ state }) => state !== "ready").length;
  };
  const isStudent = () => roleIn(props.work.notebook.course) === "student";
  const isBusy = () => ["waiting", "sending", "unsure"].includes(handIn.state().status);
  const hasHandedIn = () => (handIn.receipts()?.length ?? 0) > 0;
  return (
    <section class="hand-in" id="hand-in" aria-labelledby="hand-in-heading">
      <h2 id="hand-in-heading" tabindex="-1">
        Before you hand in
      </h2>
      <CheckList work={props.work} />
      <CoverCell work={props.work} />
      <div class="stack hand-in-now">
        <p>{sayDue(props.deadline, { now: Date.now(), hasHandedIn: hasHandedIn() })}</p>
        <Show when={missing() > 0}>
          <p>
            {missing() === 1 ? "One thing on the list above is" : `${missing()} things on the list above are`}{" "}
            not ready. You can hand in all the same: what is missing then gets no points.
          </p>
        </Show>
        <div class="row">
          <Button kind="primary" size="large" disabled={isBusy()} onClick={handIn.handIn}>
            {hasHandedIn() ? "Hand in again" : "Hand in"}
            <Show when={missing() > 0}> with {plural(missing(), "gap")}</Show>
          </Button>
          <ButtonLink size="large" href={`/c/${props.work.notebook.course}/hw/report`}>
            See the report
          </ButtonLink>
        </div>
        <div class="hand-in-status" role="status">
          <Show when={said()}>{(one) => <StatusLine tone={one().tone}>{one().words}</StatusLine>}</Show>
        </div>
        <Show when={handIn.state().status === "unsure"}>
          <div class="row">
            <Button onClick={handIn.again}>Try again now</Button>
          </div>
        </Show>
      </div>
      <Show when={isStudent()}>
        <GradeLine course={props.work.notebook.course} />
      </Show>
      <Receipts course={props.work.notebook.course} receipts={handIn.receipts()} />
    </section>
  );
}
