import { createSignal } from "solid-js";
import { BITMAP_SIDE } from "../../../shared/dataset/bitmap.ts";
import type { Point, Stroke, Tool } from "./pen.ts";

/** Half a block a step, so that a stroke can run along the middle of a block or along its edge. */
const STEP = 2; // pixels of the bitmap
const STEPS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** The pen that keys lead: where it is, whether it is down, and what each key does with it. */
export function createPenKeys(hand: {
  readonly tool: () => Tool;
  readonly onTool: (tool: Tool) => void;
  readonly onStroke: (stroke: Stroke) => void;
  readonly onClear: () => void;
  readonly onPause: (cursor: Point) => void;
}) {
  const [cursor, setCursor] = createSignal<Point>({ x: BITMAP_SIDE / 2, y: BITMAP_SIDE / 4 });
  const [isDown, setDown] = createSignal(false);

  function moveTo(to: Point): void {
    if (isDown()) hand.onStroke({ from: cursor(), to, tool: hand.tool() });
    setCursor(to);
  }
  function act(key: string): boolean {
    const step = STEPS[key];
    if (step !== undefined) moveTo({ x: clip(cursor().x + step.x), y: clip(cursor().y + step.y) });
    else if (key === " ") {
      setDown(!isDown());
      moveTo(cursor());
    } else if (key.toLowerCase() === "e") hand.onTool(hand.tool() === "pen" ? "eraser" : "pen");
    else if (key === "Delete" || key === "Backspace") hand.onClear();
    else return false;
    return true;
  }
  return {
    cursor,
    isDown,
    lift: () => setDown(false),
    press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || !act(event.key)) return;
      event.preventDefault();
      hand.onPause(cursor());
    },
  };
}

function clip(place: number): number {
  return Math.min(BITMAP_SIDE - STEP, Math.max(STEP, place));
}
