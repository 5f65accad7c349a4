import { createUniqueId, For, type JSX } from "solid-js";

/**
 * Panels of which one is shown, as the ARIA practices have them: one stop of the Tab key, arrow keys, Home and End move and
 * show at once.
 */
export function Tabs<Id extends string>(props: {
  label: string;
  tabs: readonly { readonly id: Id; readonly title: string }[];
  shown: Id;
  onShow: (id: Id) => void;
  children: JSX.Element;
}) {
  const name = createUniqueId();
  const tabId = (id: Id) => `${name}-${id}`;
  const step = (event: KeyboardEvent) => {
    const at = props.tabs.findIndex(({ id }) => id === props.shown);
    const { length } = props.tabs;
    const next = {
      ArrowLeft: (at + length - 1) % length,
      ArrowRight: (at + 1) % length,
      Home: 0,
      End: length - 1,
    }[event.key];
    const tab = next === undefined ? undefined : props.tabs[next];
    if (tab === undefined) return;
    event.preventDefault();
    props.onShow(tab.id);
    document.getElementById(tabId(tab.id))?.focus();
  };
  return (
    <div class="tabbed">
      <div class="tabbed-list not-printed" role="tablist" aria-label={props.label} onKeyDown={step}>
        <For each={props.tabs}>
          {({ id, title }) => (
            <button
              class="tab"
              type="button"
              role="tab"
              id={tabId(id)}
              aria-selected={props.shown === id}
              aria-controls={`${name}-panel`}
              tabIndex={props.shown === id ? 0 : -1}
              onClick={() => props.onShow(id)}
            >
              {title}
            </button>
          )}
        </For>
      </div>
      <div role="tabpanel" id={`${name}-panel`} aria-labelledby={tabId(props.shown)}>
        {props.children}
      </div>
    </div>
  );
}
