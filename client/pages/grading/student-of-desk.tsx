import { type JSX, Show, Suspense } from "solid-js";
import type { PartWork } from "../../../shared/api/grading/graded-work.ts";
import type { Standing } from "../../../shared/api/grading/part-grade.ts";
import { Help } from "../../parts/help.tsx";
import { StatusLine } from "../../parts/status-line.tsx";
import { Prose } from "../../prose/prose.tsx";
import { sayLate } from "./words.ts";
import type { ReadWeights } from "./work-figure.ts";
import { WorkView } from "./work-view.tsx";

/** The work of a part on one side and, as children, the grade of it on the other. */
export function StudentOfDesk(props: {
  standing: Pick<Standing, "submission" | "late"> | null;
  /** Its id. */
  part: string;
  work: PartWork | null;
  readWeights: ReadWeights;
  prompt: string;
  /** Of the rubric. */
  version: number;
  /** Whether what the submission is stands elsewhere on the page. */
  isBrief?: boolean;
  children: JSX.Element;
}) {
  const submission = () => props.standing?.submission ?? null;
  return (
    <div class="desk-sides">
      <section class="desk-work stack" aria-label={`What was handed in of ${props.part}`}>
        <Show when={!props.isBrief && props.standing}>
          {(standing) => (
            <p class="muted desk-submission">
              <Show when={submission()} fallback="Nothing was handed in.">
                {(handed) => (
                  <>
                    Submission {handed().number} of {handed().of}
                    {handed().pinned ? ", chosen by hand" : ""}. {sayLate(standing().late)}
                    {handed().version === props.version
                      ? ""
                      : ` It answers version ${handed().version} of the homework; the rubric is that of version ${props.version}.`}
                  </>
                )}
              </Show>
            </p>
          )}
        </Show>
        <Help summary="What was asked" lazy>
          <Suspense>
            <Prose markdown={props.prompt} />
          </Suspense>
        </Help>
        <Show
          when={props.work}
          keyed
          fallback={
            <StatusLine tone="muted">
              {submission() === null
                ? "There is nothing to read. A grade of 0 says so to the student."
                : "This part is not in what was handed in, or is still on its way to this server: load the page again in a minute."}
            </StatusLine>
          }
        >
          {(work) => <WorkView work={work} readWeights={props.readWeights} />}
        </Show>
      </section>
      <section class="desk-grade" aria-label={`Grade of ${props.part}`}>
        {props.children}
      </section>
    </div>
  );
}
