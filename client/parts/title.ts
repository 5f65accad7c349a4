import { createEffect } from "solid-js";

/** What the browser's tab and history call the page. */
export function createTitle(title: () => string): void {
  createWholeTitle(() => `${title()} · Latent Lab`);
}

/** The title without the lab's name behind it: a browser that prints the page calls the file so. */
export function createWholeTitle(title: () => string): void {
  createEffect(() => {
    document.title = title();
  });
}
