import { createEffect, createMemo, createSignal, onCleanup, onMount, Show } from "solid-js";
import { look, view } from "../state/view.ts";
import { cornerOf, layOutGrid, PICTURE_PX, type Pictures, paintGrid, placeAt } from "./pictures.ts";
import { type Ramp, readPalette } from "./pixels.ts";

/** Pictures on one canvas; the one under the pointer, or that the arrow keys reach, is read. */
export function PictureGrid(props: {
  pictures: Pictures;
  /** Which of them are shown; all where unset. */
  from?: number;
  to?: number;
  /** About how wide each is, in px. */
  size?: number | undefined;
  range: readonly [number, number];
  ramp?: Ramp;
  /** What the grid shows, for who cannot see it. */
  label: string;
  /** The picture that is read, of all. */
  read: number;
  say: (picture: number) => string;
  onRead: (picture: number) => void;
}) {
  let frame: HTMLDivElement | undefined;
  let canvas: HTMLCanvasElement | undefined;
  const [room, setRoom] = createSignal(0);
  const from = () => props.from ?? 0;
  const to = () => Math.min(props.pictures.count, props.to ?? props.pictures.count);
  const count = () => Math.max(0, to() - from());
  const grid = createMemo(() => {
    const zoom = view().size === "projector" ? 1.25 : 1;
    const size = (props.size ?? PICTURE_PX) * zoom;
    return layOutGrid(props.pictures, { count: count(), room: room(), size });
  });
  const isShown = () => props.read >= from() && props.read < to();
  const mark = () => {
    const { x, y } = cornerOf(props.pictures, grid(), props.read - from());
    const { pixel } = grid();
    const [width, height] = [props.pictures.width * pixel, props.pictures.height * pixel];
    return { left: `${x}px`, top: `${y}px`, width: `${width}px`, height: `${height}px` };
  };

  onMount(() => {
    if (frame === undefined) return;
    const element = frame;
    const measure = () => setRoom(element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    onCleanup(() => observer.disconnect());
    measure();
  });
  createEffect(() => {
    if (canvas === undefined || room() === 0) return;
    const { width, height } = grid();
    const palette = readPalette(props.ramp ?? "residual", look());
    const data = paintGrid(props.pictures, grid(), { from: from(), to: to(), range: props.range, palette });
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    canvas.getContext("2d")?.putImageData(new ImageData(data, width, height), 0, 0);
  });

  const readAt = (event: PointerEvent) => {
    const corner = canvas?.getBoundingClientRect();
    if (corner === undefined) return;
    const point = { x: event.clientX - corner.left, y: event.clientY - corner.top };
    const picture = from() + placeAt(props.pictures, grid(), point);
    if (picture < to() && picture !== props.read) props.onRead(picture);
  };
  const step = (event: KeyboardEvent) => {
    const { columns } = grid();
    const now = isShown() ? props.read : from();
    const next = {
      ArrowLeft: now - 1,
      ArrowRight: now + 1,
      ArrowUp: now - columns,
      ArrowDown: now + columns,
      Home: from(),
      End: to() - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    props.onRead(Math.min(to() - 1, Math.max(from(), next)));
  };

  return (
    <div
      class="picture-grid"
      ref={frame}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={from() + 1}
      aria-valuemax={Math.max(from() + 1, to())}
      aria-valuenow={isShown() ? props.read + 1 : from() + 1}
      aria-valuetext={isShown() ? props.say(props.read) : `${props.label}: read with the arrow keys`}
      onKeyDown={step}
    >
      <canvas
        ref={canvas}
        style={{ width: `${grid().width}px`, height: `${grid().height}px` }}
        onPointerDown={readAt}
        onPointerMove={readAt}
      />
      <Show when={isShown() && room() > 0}>
        <span class="picture-mark" style={mark()} />
      </Show>
    </div>
  );
}
