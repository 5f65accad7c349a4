import { Show } from "solid-js";
import { DigitImage } from "../../parts/digit-image.tsx";
import { Pager } from "../../parts/pager.tsx";
import { PictureGrid } from "../../parts/picture-grid.tsx";
import type { Panel } from "./create-ends.ts";
import { sayReach } from "./end-words.ts";

/** Pictures that one screen holds beside two others. */
export const PAGE = 30;

/** An image beside the one that is read, as like it as there is. */
export type Alike = {
  readonly values: Float64Array;
  readonly range: readonly [number, number];
  readonly name: string;
};

/** Pictures of one kind, the page of the one that is read, and that one large and in words. */
export function EndPanel(props: {
  title: string;
  /** "encoder rows" */
  many: string;
  panel: Panel;
  read: number;
  say: (picture: number) => string;
  onRead: (picture: number) => void;
  alike?: Alike | null;
}) {
  const page = () => Math.floor(props.read / PAGE);
  const values = () => {
    const { values } = props.panel.pictures;
    return Array.from({ length: 64 }, (_, i) => values[props.read * 64 + i] ?? 0);
  };
  return (
    <section class="end-panel" aria-label={props.title}>
      <h4>{props.title}</h4>
      <p class="picture-scale">{sayReach(props.panel.range)}</p>
      <PictureGrid
        pictures={props.panel.pictures}
        from={page() * PAGE}
        to={(page() + 1) * PAGE}
        range={props.panel.range}
        label={props.title}
        read={props.read}
        say={props.say}
        onRead={props.onRead}
      />
      <Pager
        name={props.many}
        count={props.panel.pictures.count}
        size={PAGE}
        page={page()}
        onPage={(to) => props.onRead(to * PAGE)}
      />
      <div class="end-reading">
        <DigitImage values={values()} range={props.panel.range} ramp="residual" alt={props.say(props.read)} />
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
