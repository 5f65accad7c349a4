import { A, type RouteSectionProps } from "@solidjs/router";
import { createEffect, on, Show, Suspense } from "solid-js";
import { course } from "../state/course.ts";
import { ErrorFence } from "./error-fence.tsx";
import { ViewMenu } from "./view-menu.tsx";

/** What is around every page: where one is, who one is, and how it is shown. */
export function Shell(props: RouteSectionProps) {
  let main: HTMLElement | undefined;
  createEffect(
    on(
      () => props.location.pathname,
      () => {
        main?.focus({ preventScroll: true });
        scrollTo(0, 0);
      },
      { defer: true },
    ),
  );
  return (
    <div class="shell">
      <a class="skip" href="#main">
        Skip to the page
      </a>
      <header class="masthead">
        <A class="masthead-name" href="/">
          <img src="/icon.svg" alt="" width="22" height="22" />
          Latent Lab
        </A>
        <nav class="masthead-nav" aria-label="Pages">
          <A href="/lab">Lab</A>
          <Show when={course()} fallback={<A href="/join">Join a class</A>}>
            {(joined) => (
              <>
                <A href={`/c/${joined().course}/runs`}>Runs</A>
                <A href={`/c/${joined().course}/board`}>Board</A>
              </>
            )}
          </Show>
        </nav>
        <Show when={course()}>
          {(joined) => (
            <p class="masthead-course">
              {joined().title} · <b>{joined().member.pseudonym}</b>
            </p>
          )}
        </Show>
        <ViewMenu />
      </header>
      <main id="main" tabindex="-1" ref={main}>
        <ErrorFence>
          <Suspense>{props.children}</Suspense>
        </ErrorFence>
      </main>
      <footer class="colophon">
        <span>
          Digits: E. Alpaydin and C. Kaynak,{" "}
          <a href="https://doi.org/10.24432/C50P49">Optical Recognition of Handwritten Digits</a>, UCI, CC BY
          4.0
        </span>
        <span>Models train in this page. Nothing leaves it until you join a class.</span>
      </footer>
    </div>
  );
}
