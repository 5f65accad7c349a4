import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { createHold } from "../../parts/create-hold.ts";
import { plural } from "../../parts/numbers.ts";
import { When } from "../../parts/when.tsx";
import { diffClass, latestNews, type News, sayNews } from "./news.ts";
import { callStudent, type Student } from "./students.ts";

const MOST = 6;
/** What is kept to be counted by the pill; a class sends more than anyone reads. */
const KEPT = 200;

/** What came since the page was opened, newest first. While the reader's hand is on it a pill counts what came. */
export function CameIn(props: {
  students: readonly Student[];
  singles: boolean;
  onStudent: (id: string) => void;
}) {
  const hold = createHold();
  const [news, setNews] = createSignal<readonly News[]>(latestNews(props.students, MOST));
  const [shown, setShown] = createSignal<readonly News[]>(news());
  createEffect(
    on(
      () => props.students,
      (after, before) => {
        if (before === undefined) return;
        const fresh = diffClass(before, after);
        if (fresh.length > 0) setNews([...fresh, ...news()].slice(0, KEPT));
      },
    ),
  );
  createEffect(() => {
    const next = news();
    if (!hold.held()) setShown(next);
  });
  const waiting = createMemo(() => {
    const known = new Set(shown());
    return news().filter((one) => !known.has(one)).length;
  });
  const byId = createMemo(() => new Map(props.students.map((student) => [student.id, student])));
  const handedIn = () => props.students.filter(({ submissions }) => submissions > 0).length;
  const runs = () => props.students.reduce((sum, student) => sum + student.runs, 0);

  return (
    <section class="teach-panel teach-news" aria-labelledby="came-in" {...hold.pointer} {...hold.focus}>
      <div class="teach-panel-head">
        <h2 id="came-in">What came in</h2>
        <Show when={props.singles && waiting() > 0}>
          <Button class="pill" kind="primary" onClick={() => setShown(news())}>
            {plural(waiting(), "new result")}
          </Button>
        </Show>
      </div>
      <p class="teach-kinds">
        <span>
          <b>{handedIn().toLocaleString("en")}</b> of {props.students.length.toLocaleString("en")} handed in
        </span>
        <span>
          <b>{runs().toLocaleString("en")}</b> runs
        </span>
      </p>
      <Show when={props.singles}>
        <ul class="teach-list">
          <For each={shown().slice(0, MOST)}>
            {(one) => (
              <Show when={byId().get(one.student)}>
                {(student) => (
                  <li>
                    <button class="teach-student" type="button" onClick={() => props.onStudent(one.student)}>
                      {callStudent(student())}
                    </button>
                    <span class="muted">
                      {sayNews(one)}, <When at={one.at} />
                    </span>
                  </li>
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
