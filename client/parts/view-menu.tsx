import { For } from "solid-js";
import { setView, type View, view } from "../state/view.ts";

const THEMES = [
  ["system", "As the system"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const satisfies readonly (readonly [View["theme"], string])[];

/** Theme and size. A native popover: Escape and a click elsewhere close it. */
export function ViewMenu() {
  return (
    <>
      <button
        class="masthead-view"
        type="button"
        popovertarget="view-menu"
        aria-label="Theme and size"
        title="Theme and size"
      >
        <svg viewBox="0 0 18 18" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.5">
          <circle cx="9" cy="9" r="6.75" />
          <path d="M9 2.25a6.75 6.75 0 0 1 0 13.5z" fill="currentColor" stroke="none" />
        </svg>
      </button>
      <div class="view-menu" id="view-menu" popover="auto">
        <fieldset>
          <legend class="field-label">Theme</legend>
          <For each={THEMES}>
            {([theme, label]) => (
              <label class="choice">
                <input
                  type="radio"
                  name="theme"
                  checked={view().theme === theme}
                  onChange={() => setView({ ...view(), theme })}
                />
                {label}
              </label>
            )}
          </For>
        </fieldset>
        <fieldset>
          <legend class="field-label">Size</legend>
          <label class="choice">
            <input
              type="checkbox"
              checked={view().size === "projector"}
              onChange={(event) =>
                setView({ ...view(), size: event.currentTarget.checked ? "projector" : "normal" })
              }
            />
            Projector: readable from the last row
          </label>
        </fieldset>
      </div>
    </>
  );
}
