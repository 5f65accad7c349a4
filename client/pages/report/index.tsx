import { useParams } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import type { AttemptRun } from "../../../shared/assignment/answers.ts";
import { type Result, success } from "../../../shared/result.ts";
import { EmptyState } from "../../parts/empty-state.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { WaysIn } from "../../parts/ways-in.tsx";
import { createCourse } from "../../state/course.ts";
import { createNotebook, memberOf } from "../../state/notebook.ts";
import { readRunContents } from "../../state/run-contents.ts";
import type { ReadRun } from "./collect-report.ts";
import { createReport } from "./create-report.ts";
import { ReportDesk } from "./report-desk.tsx";
import { runAddress } from "./run-of-submission.ts";

/** The homework of this browser's member as it would be handed in now. */
export function ReportPage() {
  const params = useParams<{ course: string }>();
  createEffect(() => createCourse().use(params.course));
  return (
    <Switch
      fallback={
        <EmptyState level={1} title="The report is for members of the class" action={<WaysIn />}>
          This browser is no member of {params.course}. Join with the code that your instructor gave out.
        </EmptyState>
      }
    >
      <Match when={memberOf(params.course)} keyed>
        {(_member) => <OwnReport course={params.course} />}
      </Match>
    </Switch>
  );
}

function OwnReport(props: { course: string }) {
  const { course } = props;
  const notebook = createNotebook(course);
  const order = () => {
    const assignment = notebook.assignment()?.assignment;
    if (assignment === undefined || !notebook.isRead()) return null;
    return { assignment, answers: notebook.answers(), readRun: (run: AttemptRun) => readOwnRun(course, run) };
  };
  const { state, again } = createReport(order);
  const failure = () => (notebook.assignment() === null ? notebook.assignmentFailure() : null);
  return (
    <Switch fallback={<ReportDesk course={course} state={state()} onAgain={again} />}>
      <Match when={failure()}>
        {(why) => (
          <FailedAnswer
            failure={why()}
            onAgain={notebook.askAssignment}
            refused="There is no homework in this course"
          />
        )}
      </Match>
    </Switch>
  );
}

async function readOwnRun(course: string, run: AttemptRun): Promise<Result<ReadRun, string>> {
  const read = await readRunContents(course, run);
  if (!read.ok) return read;
  const { history, weights, runLink, verification } = read.value;
  return success({
    trainLoss: history.trainLoss,
    metrics: null,
    verification,
    link: runLink === null ? null : runAddress(runLink),
    readWeights: async () => success(weights),
  });
}
