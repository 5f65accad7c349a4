import type { RouteSectionProps } from "@solidjs/router";
import { createEffect, on, Suspense } from "solid-js";
import { ErrorFence } from "./error-fence.tsx";
import { Masthead } from "./masthead.tsx";

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
      <Masthead />
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
        <span>
          Models train in this page. Finished runs and your homework leave it, to the class that you join.
        </span>
      </footer>
    </div>
  );
}
