import { createEffect, createRoot, createSignal } from "solid-js";
import * as z from "zod/mini";

/** How the reader wants to see the lab. `system` follows the machine's light or dark. */
const View = z.object({ theme: z.enum(["system", "light", "dark"]), size: z.enum(["normal", "projector"]) });
export type View = z.infer<typeof View>;

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

function readView(): View {
  try {
    const kept = View.safeParse(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "null"));
    if (kept.success) return kept.data;
  } catch {
    // Blocked or spoilt storage: the system's theme does.
  }
  return { theme: "system", size: "normal" };
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
