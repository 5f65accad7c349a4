import { A, useLocation } from "@solidjs/router";
import { createEffect, createSignal, Show } from "solid-js";
import { can } from "../../shared/access/can.ts";
import type { Membership } from "../../shared/api/courses.ts";
import { ViewMenu } from "./view-menu.tsx";

type CourseState = typeof import("../state/course.ts");

/** Where one is and who one is. A first visit to the start page knows no course, and does not load what would look for one. */
export function Masthead() {
  const location = useLocation();
  const [state, setState] = createSignal<CourseState | null>(null);
  createEffect(() => {
    if (state() !== null || (location.pathname === "/" && !remembersCourse())) return;
    import("../state/course.ts").then((loaded) => setState(() => loaded));
  });
  const course = (): Membership | null => state()?.course() ?? null;

  return (
    <header class="masthead">
      <A class="masthead-name" href="/" end>
        <img src="/icon.svg" alt="" width="22" height="22" />
        Latent Lab
      </A>
      <nav class="masthead-nav" aria-label="Pages">
        <A href="/lab">Lab</A>
        <Show when={course()} fallback={<A href="/join">Join a class</A>}>
          {(joined) => (
            <>
              <A href={`/c/${joined().course}/hw`}>Homework</A>
              <A href={`/c/${joined().course}/runs`}>Runs</A>
              <A href={`/c/${joined().course}/board`}>Board</A>
              <Show when={can(joined().member.role, "seeEveryone")}>
                <A href={`/c/${joined().course}/teach`}>Class</A>
              </Show>
            </>
          )}
        </Show>
      </nav>
      <Show when={course()}>
        {(joined) => (
          <p class="masthead-course">
            {joined().title} · <A href={`/c/${joined().course}/me`}>{joined().member.pseudonym}</A>
          </p>
        )}
      </Show>
      <ViewMenu />
    </header>
  );
}

function remembersCourse(): boolean {
  try {
    return localStorage.getItem("courses") !== null;
  } catch {
    return false;
  }
}
