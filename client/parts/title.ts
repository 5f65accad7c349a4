import { createEffect } from "solid-js";

/** What the browser's tab and history call the page. */
export function createTitle(title: () => string): void {
  createEffect(() => {
    document.title = `${title()} · Latent Lab`;
  });
}
