import { useParams } from "@solidjs/router";
import { createEffect, Match, Show, Switch } from "solid-js";
import { ClassNav } from "../../parts/class-nav.tsx";
import { FailedAnswer } from "../../parts/failed-answer.tsx";
import { formatNumber, plural } from "../../parts/numbers.ts";
import { StatusLine } from "../../parts/status-line.tsx";
import { createTitle } from "../../parts/title.ts";
import { answerOf, createAnswer, failureOf } from "../../state/api-answer.ts";
import { flagCalls } from "../../state/calls/flags.ts";
import { createMembership } from "../../state/membership.ts";
import { createShown } from "./create-shown.ts";
import { FlagFilter } from "./flag-filter.tsx";
import { KindSection } from "./kind-section.tsx";
import { WhatIsWatched } from "./what-is-watched.tsx";
import { KINDS } from "./words.ts";

/** What may want a second look, with its evidence; for a course's owners and instructors alone. */
export function FlagsPage() {
  const params = useParams<{ course: string }>();
  const [answer, again] = createAnswer(() => params.course, flagCalls.list);
  const { title, role } = createMembership(() => params.course);
  const list = () => answerOf(answer());
  const failure = () => failureOf(answer());
  const shown = createShown(() => list()?.flags ?? []);
  createEffect(() => {
    if ((list()?.unmeasured ?? 0) > 0) void again();
  });
  createTitle(() => "Flags");

  return (
    <div class="flags stack">
      <ClassNav course={params.course} role={role()} />
      <Switch fallback={<StatusLine live>Looking through the runs and texts.</StatusLine>}>
        <Match when={failure()}>
          {(why) => (
            <FailedAnswer failure={why()} onAgain={again} refused="There is nothing here for this browser" />
          )}
        </Match>
        <Match when={list()}>
          {(now) => (
            <>
              <header class="stack">
                <h1>Flags of {title()}</h1>
                <p>
                  A flag is something to look at, with its evidence. It does not say that anyone did wrong,
                  and beside each kind stands what honest work may look the same. Owners and instructors of
                  the course see this page; no other page says anything of it.
                </p>
                <Show when={now().looked.runs + now().looked.texts > 0}>
                  <p class="muted">
                    Every run was looked through, of which {formatNumber(now().looked.runs)} might say
                    something, and {plural(now().looked.texts, "text")}.
                  </p>
                </Show>
                <Show when={now().unmeasured > 0}>
                  <StatusLine live>
                    Training honestly what {plural(now().unmeasured, "more run")} were trained on, to know
                    their gap. More flags may come.
                  </StatusLine>
                </Show>
              </header>
              <Show when={now().flags.length > 0} fallback={<WhatIsWatched />}>
                <FlagFilter flags={now().flags} shown={shown} />
                <Show when={now().more}>
                  <StatusLine tone="muted">Only the newest {now().flags.length} flags are listed.</StatusLine>
                </Show>
                {KINDS.map((kind) => (
                  <KindSection
                    course={params.course}
                    kind={kind}
                    flags={shown.flags().filter((flag) => flag.kind === kind)}
                    openId={shown.openId()}
                    onOpen={shown.open}
                    onReviewed={again}
                  />
                ))}
                <Show when={shown.flags().length === 0}>
                  <p class="muted">No flag is of this kind, part and state. Choose others above.</p>
                </Show>
                <WhatIsWatched folded />
              </Show>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}
