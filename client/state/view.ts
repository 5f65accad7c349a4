import { createEffect, createRoot, createSignal } from "solid-js";

/** How the reader wants to see the lab. `system` follows the machine's light or dark. */
export type View = {
  readonly theme: "system" | "light" | "dark";
  readonly size: "normal" | "projector";
};

const STORAGE_KEY = "view"; // also read by public/view.js, before the first paint

export const { view, setView, look } = createRoot(() => {
  const [view, setView] = createSignal<View>(readView());
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const [systemDark, setSystemDark] = createSignal(dark.matches);
  dark.addEventListener("change", () => setSystemDark(dark.matches));
  createEffect(() => writeView(view()));
  /** What a canvas must be redrawn for: it changes when the tokens' values do. */
  const look = () =>
    `${view().theme === "system" ? (systemDark() ? "dark" : "light") : view().theme} ${view().size}`;
  return { view, setView, look };
});

/** What public/view.js found kept and set before the first paint; it let nothing else through. */
function readView(): View {
  const { theme, size } = document.documentElement.dataset;
  return {
    theme: theme === "light" || theme === "dark" ? theme : "system",
    size: size === "projector" ? "projector" : "normal",
  };
}

function writeView(view: View): void {
  const { dataset } = document.documentElement;
  if (view.theme === "system") delete dataset.theme;
  else dataset.theme = view.theme;
  dataset.size = view.size;
  try {
    localStorage.setItem(STORAGE_KEY, JSON.stringify(view));
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Whether the reader asked for less motion. */
export function prefersStillness(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
