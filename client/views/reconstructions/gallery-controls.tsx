import { For, Show } from "solid-js";
import { Button } from "../../parts/button.tsx";
import { ORDERS } from "./choose-examples.ts";
import { type Gallery, PAGE } from "./create-gallery.ts";

const DIGITS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Which images, of which digit, in which order, and the way through their pages. */
export function GalleryControls(props: { gallery: Gallery }) {
  return (
    <div class="gallery-controls not-printed">
      <fieldset class="segments" aria-label="Which images">
        <For each={ORDERS}>
          {(one) => (
            <Button
              kind="quiet"
              aria-pressed={props.gallery.order() === one}
              onClick={() => props.gallery.setOrder(one)}
            >
              {one}
            </Button>
          )}
        </For>
      </fieldset>
      <fieldset class="segments" aria-label="Of which set">
        <For each={props.gallery.filters()}>
          {({ name }) => (
            <Button
              kind="quiet"
              aria-pressed={props.gallery.filter()?.name === name}
              onClick={() => props.gallery.setFilter(name)}
            >
              {name}
            </Button>
          )}
        </For>
      </fieldset>
      <fieldset class="segments" aria-label="Of which digit">
        <Button
          kind="quiet"
          aria-pressed={props.gallery.digit() === null}
          onClick={() => props.gallery.setDigit(null)}
        >
          all digits
        </Button>
        <For each={DIGITS}>
          {(digit) => (
            <Button
              kind="quiet"
              aria-pressed={props.gallery.digit() === digit}
              onClick={() => props.gallery.setDigit(digit)}
            >
              {digit}
            </Button>
          )}
        </For>
      </fieldset>
    </div>
  );
}

/** The way through all images: a page back or on, or anywhere at once. */
export function GalleryPager(props: { gallery: Gallery }) {
  const count = () => props.gallery.ordered().length;
  const last = () => Math.min(props.gallery.first() + PAGE, count());
  return (
    <div class="gallery-pager not-printed">
      <Button
        disabled={props.gallery.first() === 0}
        onClick={() => props.gallery.turnTo(props.gallery.first() - PAGE)}
      >
        Previous page
      </Button>
      <Button disabled={last() >= count()} onClick={() => props.gallery.turnTo(props.gallery.first() + PAGE)}>
        Next page
      </Button>
      <Show when={props.gallery.order() === "random"}>
        <Button onClick={props.gallery.shuffle}>Another page</Button>
      </Show>
      <input
        class="gallery-slider"
        type="range"
        min="0"
        max={Math.max(0, Math.ceil(count() / PAGE) - 1)}
        value={Math.floor(props.gallery.first() / PAGE)}
        aria-label="Page"
        aria-valuetext={`images ${props.gallery.first() + 1} to ${last()} of ${count()}`}
        onInput={(event) => props.gallery.turnTo(Number(event.currentTarget.value) * PAGE)}
      />
      <span class="number muted">
        {count() === 0 ? "no images" : `${props.gallery.first() + 1} – ${last()} of ${count()}`}
      </span>
    </div>
  );
}
