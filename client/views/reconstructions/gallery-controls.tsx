import { Show } from "solid-js";
import { LABELS } from "../../../shared/dataset/digits.ts";
import { Button } from "../../parts/button.tsx";
import { Segments } from "../../parts/segments.tsx";
import { ORDERS } from "./choose-examples.ts";
import { type Gallery, PAGE } from "./create-gallery.ts";

/** Which images, of which digit, in which order, and the way through their pages. */
export function GalleryControls(props: { gallery: Gallery }) {
  return (
    <div class="gallery-controls not-printed">
      <Segments
        label="Which images"
        choices={ORDERS}
        chosen={props.gallery.order()}
        onChoose={props.gallery.setOrder}
      />
      <Segments
        label="Of which set"
        choices={props.gallery.filters().map(({ name }) => name)}
        chosen={props.gallery.filter()?.name}
        onChoose={props.gallery.setFilter}
      />
      <Segments
        label="Of which digit"
        choices={[null, ...LABELS]}
        chosen={props.gallery.digit()}
        onChoose={props.gallery.setDigit}
        name={(digit) => digit ?? "all digits"}
      />
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
