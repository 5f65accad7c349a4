import { A } from "@solidjs/router";
import { createSignal, For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { EmptyState } from "../../parts/empty-state.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { formatPoints } from "../../parts/points.ts";
import { Table } from "../../parts/table.tsx";
import { AcceptForm } from "./accept-form.tsx";
import type { PartCount } from "./count-grades.ts";
import type { Row } from "./rows.ts";

/** The parts of the homework, how far each is, and the ways to grade it. */
export function PartsSection(props: {
  course: string;
  version: number;
  parts: readonly PartCount[];
  rows: readonly Row[];
  again: () => Promise<void>;
}) {
  const [accepting, setAccepting] = createSignal<string | null>(null);
  const place = () => props.parts.findIndex(({ part }) => part.id === accepting());
  const chosen = () => props.parts[place()] ?? null;
  return (
    <section class="stack" aria-labelledby="parts">
      <h2 id="parts">Part by part</h2>
      <Show
        when={props.rows.length > 0}
        fallback={
          <EmptyState
            title="Nobody is in the course yet"
            action={
              <A class="button" data-kind="primary" href={`/c/${props.course}/people?show=joining`}>
                Let students in
              </A>
            }
          >
            Each student who joins has a row here, with a grade of each part of the homework.
          </EmptyState>
        }
      >
        <p class="muted">
          Grade one part of everyone, so that alike answers are graded alike; or open a student’s row for all
          parts of one. What the lab proposes counts for nothing until someone accepts it.
        </p>
        <div class="grades-parts">
          <Table caption="How far each part is graded" captionHidden>
            <thead>
              <tr>
                <th scope="col">part</th>
                <th scope="col" class="wide-only" data-number>
                  points
                </th>
                <th scope="col" data-number>
                  graded
                </th>
                <th scope="col" class="wide-only" data-number>
                  outdated
                </th>
                <th scope="col" data-number>
                  proposed
                </th>
                <th scope="col" class="wide-only" data-number>
                  not graded
                </th>
                <th scope="col" class="wide-only" data-number>
                  mean
                </th>
                <th scope="col">
                  <span class="unseen">what to do</span>
                </th>
              </tr>
            </thead>
            <tbody>
              <For each={props.parts}>
                {({ part, count, waiting, mean }) => (
                  <tr>
                    <th scope="row">
                      <A href={`/c/${props.course}/grades/parts/${part.id}`}>
                        Problem {part.problem} ({part.letter})
                      </A>
                    </th>
                    <td class="wide-only" data-number>
                      {formatPoints(part.points)}
                    </td>
                    <td data-number>{formatNumber(count.graded)}</td>
                    <td class="wide-only" data-number>
                      {formatNumber(count.outdated)}
                    </td>
                    <td data-number>{formatNumber(count.proposed)}</td>
                    <td class="wide-only" data-number>
                      {formatNumber(count.ungraded)}
                    </td>
                    <td class="wide-only" data-number>
                      {mean === null ? "" : formatPoints(mean)}
                    </td>
                    <td>
                      <span class="grades-acts">
                        <A
                          class="button"
                          aria-label={`Grade ${part.id}: ${plural(waiting, "student")} waiting`}
                          href={`/c/${props.course}/grades/parts/${part.id}${waiting === 0 ? "?who=everyone" : ""}`}
                        >
                          Grade
                        </A>
                        <Show when={count.proposed > 0}>
                          <Button
                            kind="quiet"
                            aria-expanded={accepting() === part.id}
                            onClick={() => setAccepting(accepting() === part.id ? null : part.id)}
                          >
                            Accept proposals
                          </Button>
                        </Show>
                      </span>
                    </td>
                  </tr>
                )}
              </For>
            </tbody>
          </Table>
        </div>
        <Show when={chosen()}>
          {(one) => (
            <AcceptForm
              course={props.course}
              version={props.version}
              part={one().part}
              place={place()}
              rows={props.rows}
              onAccepted={props.again}
              onClose={() => setAccepting(null)}
            />
          )}
        </Show>
      </Show>
    </section>
  );
}
