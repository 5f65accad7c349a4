import { createSignal, Show } from "solid-js";
import { DigitImage } from "../../parts/digit-image.tsx";
import { Pager } from "../../parts/pager.tsx";
import { PictureGrid } from "../../parts/picture-grid.tsx";
import type { Pictures } from "../../parts/pictures.ts";
import { sayReach } from "./end-words.ts";

/** Pictures that one screen holds beside two others. */
export const PAGE = 30;

/** Pictures of one kind, paged, and the one that is read, large and in words. */
export function EndPanel(props: {
  title: string;
  /** "encoder rows" */
  many: string;
  pictures: Pictures;
  range: readonly [number, number];
  read: number;
  say: (picture: number) => string;
  onRead: (picture: number) => void;
  /** What the picture that is read is most like, to be seen beside it. */
  alike?: {
    readonly values: Float64Array;
    readonly range: readonly [number, number];
    readonly name: string;
  } | null;
  onPage?: (page: number) => void;
}) {
  const [page, setPage] = createSignal(0);
  const shown = () => Math.min(page(), Math.floor((props.pictures.count - 1) / PAGE));
  const turn = (to: number) => {
    setPage(to);
    props.onPage?.(to);
    props.onRead(to * PAGE);
  };
  const values = () => {
    const { values } = props.pictures;
    return Array.from({ length: 64 }, (_, i) => values[props.read * 64 + i] ?? 0);
  };
  return (
    <section class="end-panel" aria-label={props.title}>
      <h4>{props.title}</h4>
      <p class="end-scale">{sayReach(props.range)}</p>
      <PictureGrid
        pictures={props.pictures}
        from={shown() * PAGE}
        to={(shown() + 1) * PAGE}
        range={props.range}
        label={props.title}
        read={props.read}
        say={props.say}
        onRead={props.onRead}
      />
      <Pager name={props.many} count={props.pictures.count} size={PAGE} page={shown()} onPage={turn} />
      <div class="end-reading">
        <DigitImage values={values()} range={props.range} ramp="residual" alt={props.say(props.read)} />
        <Show when={props.alike}>
          {(alike) => (
            <DigitImage values={alike().values} range={alike().range} ramp="residual" alt={alike().name} />
          )}
        </Show>
        <p>{props.say(props.read)}</p>
      </div>
    </section>
  );
}
