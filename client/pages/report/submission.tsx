import { useParams } from "@solidjs/router";
import { Match, Switch } from "solid-js";
import type { Receipt, SubmissionView } from "../../../shared/api/homework.ts";
import { ButtonLink } from "../../parts/button.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { createAnswer } from "../../state/api-answer.ts";
import { api } from "../../state/api-calls.ts";
import { sayLate } from "../homework/hand-in/words.ts";
import { sayWholeTime } from "../homework/say-time.ts";
import { createReport } from "./create-report.ts";
import { ReportDesk } from "./report-desk.tsx";
import { readSubmittedRun } from "./run-of-submission.ts";

/** A homework as it was handed in, for its student and for instructors. */
export function SubmissionPage() {
  const params = useParams<{ course: string; id: string }>();
  const [answer, again] = createAnswer(
    () => [params.course, params.id] as const,
    ([course, id]) => api.submission(course, id),
  );
  const view = () => {
    const now = answer();
    return now.status === "answered" ? now.value : null;
  };
  const failure = () => {
    const now = answer();
    return now.status === "failed" ? now.failure : null;
  };
  createTitle(() => "Handed in");
  return (
    <Switch
      fallback={
        <div class="stack">
          <h1>Handed in</h1>
          <StatusLine live>Loading what was handed in.</StatusLine>
        </div>
      }
    >
      <Match when={failure()}>
        {(why) => (
          <div class="stack">
            <h1>Handed in</h1>
            <FailedAnswer
              failure={why()}
              onAgain={again}
              refused="This cannot be shown here"
              action={<ButtonLink href={`/c/${params.course}/hw`}>Open the homework</ButtonLink>}
            />
          </div>
        )}
      </Match>
      <Match when={view()}>{(handed) => <SubmittedReport course={params.course} view={handed()} />}</Match>
    </Switch>
  );
}

function SubmittedReport(props: { course: string; view: SubmissionView }) {
  const { content } = props.view;
  const order = {
    assignment: content.assignment,
    answers: new Map(content.answers.map(({ cell, answer }) => [cell, answer] as const)),
    readRun: (run: Parameters<typeof readSubmittedRun>[0]) => readSubmittedRun(run, content.runs),
  };
  const { state, again } = createReport(() => order);
  return (
    <ReportDesk
      course={props.course}
      state={state()}
      onAgain={again}
      stamp={<ReceiptStamp receipt={props.view.receipt} />}
    />
  );
}

/** When and by whom it was handed in, by the server's clock, and the hash that proves what. */
function ReceiptStamp(props: { receipt: Receipt }) {
  const receipt = () => props.receipt;
  return (
    <dl class="report-stamp">
      <dt>Handed in</dt>
      <dd>
        {sayWholeTime(receipt().receivedAt)}, {sayLate(receipt())}
      </dd>
      <dt>From</dt>
      <dd>
        {receipt().pseudonym}, submission {receipt().number}
      </dd>
      <dt>Receipt</dt>
      <dd>
        <code>{receipt().id}</code>
      </dd>
      <dt>Fingerprint</dt>
      <dd>
        <code>{receipt().contentHash}</code>
      </dd>
    </dl>
  );
}
