import { createEffect, createSignal, createUniqueId, Show } from "solid-js";
import { BITMAP_SIDE, BLOCK_SIDE } from "../../../shared/dataset/bitmap.ts";
import { paint, readPalette } from "../../parts/pixels.ts";
import { look } from "../../state/view.ts";
import { createPenKeys } from "./create-pen-keys.ts";
import type { Point, Stroke, Tool } from "./pen.ts";

/** The bitmap to draw on, by finger, mouse, stylus or keys. */
export function DrawingPad(props: {
  /** [32 * 32] */
  values: ArrayLike<number>;
  range: readonly [number, number];
  tool: Tool;
  hint: string | null;
  onTool: (tool: Tool) => void;
  onStroke: (stroke: Stroke) => void;
  onClear: () => void;
  /** Something that a reader who cannot see the pad should hear of: a stroke is over, or the pen moved. */
  onPause: (cursor: Point | null) => void;
}) {
  const id = createUniqueId();
  let canvas: HTMLCanvasElement | undefined;
  let last: Point | null = null;
  let box = new DOMRect();
  const [byKeys, setByKeys] = createSignal(false);
  const pen = createPenKeys({
    tool: () => props.tool,
    onTool: (tool) => props.onTool(tool),
    onStroke: (stroke) => props.onStroke(stroke),
    onClear: () => props.onClear(),
    onPause: (cursor) => props.onPause(cursor),
  });

  createEffect(() => {
    const palette = readPalette("image", look());
    const image = new ImageData(paint(props.values, props.range, palette), BITMAP_SIDE, BITMAP_SIDE);
    canvas?.getContext("2d")?.putImageData(image, 0, 0);
  });

  const placeOf = ({ clientX, clientY }: PointerEvent): Point => ({
    x: ((clientX - box.left) / box.width) * BITMAP_SIDE,
    y: ((clientY - box.top) / box.height) * BITMAP_SIDE,
  });
  const drawTo = (event: PointerEvent) => {
    const to = placeOf(event);
    const tool = event.buttons & ERASER_BUTTON ? "eraser" : props.tool;
    props.onStroke({ from: last ?? to, to, tool });
    last = to;
  };
  const leaveKeys = () => {
    setByKeys(false);
    pen.lift();
  };
  const begin = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!event.isPrimary || (event.button !== 0 && !(event.buttons & ERASER_BUTTON))) return;
    leaveKeys();
    box = event.currentTarget.getBoundingClientRect();
    event.currentTarget.setPointerCapture(event.pointerId);
    drawTo(event);
  };
  const move = (event: PointerEvent) => {
    if (last === null || !event.isPrimary) return;
    // Where a finger was between two frames; Safari knows it from version 18.2 on.
    const between = event.getCoalescedEvents?.() ?? [];
    for (const one of between.length > 0 ? between : [event]) drawTo(one);
  };
  const end = () => {
    if (last === null) return;
    last = null;
    props.onPause(null);
  };

  return (
    <div class="pad-frame">
      <div
        class="pad"
        role="application"
        aria-label="Pad of 32 by 32 dots"
        aria-describedby={id}
        tabindex="0"
        onKeyDown={(event) => {
          setByKeys(true);
          pen.press(event);
        }}
        onFocus={(event) => setByKeys(event.currentTarget.matches(":focus-visible"))}
        onBlur={leaveKeys}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <canvas ref={canvas} width={BITMAP_SIDE} height={BITMAP_SIDE} />
        <Show when={props.hint}>
          <p class="pad-hint" aria-hidden="true">
            {props.hint}
          </p>
        </Show>
        <Show when={byKeys()}>
          <span
            class="pad-cursor"
            data-down={pen.isDown() ? "" : undefined}
            style={{
              transform: `translate(${(pen.cursor().x / BLOCK_SIDE) * 100}%, ${(pen.cursor().y / BLOCK_SIDE) * 100}%)`,
            }}
          />
        </Show>
      </div>
      <p class="pad-keys" id={id}>
        Keys: arrows move the pen, <kbd>Space</kbd> puts it down and lifts it, <kbd>E</kbd> takes the eraser
        or the pen, <kbd>Delete</kbd> clears.
      </p>
    </div>
  );
}

/** Of `PointerEvent.buttons`: the eraser at a stylus's other end. */
const ERASER_BUTTON = 32;
