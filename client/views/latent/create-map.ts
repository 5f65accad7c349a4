import { type Accessor, createMemo, createSignal } from "solid-js";
import type { LatentMap } from "../../../shared/metrics/latent-map.ts";
import { SETS, type SetName, setsByPlace } from "../sets.ts";
import type { ViewProps } from "../viewed-run.ts";
import { nearestPlace, placeBeyond, placesInside, rectangle } from "./find-points.ts";
import type { MapGesture } from "./map-canvas.tsx";
import { type Axes, type Point, pointsOf, scaleOf } from "./map-points.ts";

/** What a pointer or the arrow keys do on the map. */
export const TOOLS = ["read", "lasso", "decode"] as const;
export type Tool = (typeof TOOLS)[number];

const REACH = 24; // px: how near a pointer must come to a point
const STEP = 8; // px a key

/** What is chosen on the map of codes: its axes, what is shown, the point that is read, the lasso, the code that is decoded. */
export function createMap(props: ViewProps, found: Accessor<LatentMap | null>) {
  const [axes, setAxes] = createSignal<Axes>([0, 1]);
  const [tool, setTool] = createSignal<Tool>("read");
  const [digit, setDigit] = createSignal<number | null>(null);
  const [set, setSet] = createSignal<SetName | null>(null);
  const [read, setRead] = createSignal<number | null>(null);
  const [lasso, setLasso] = createSignal<readonly Point[]>([]);
  const [isDrawing, setDrawing] = createSignal(false);
  const [inside, setInside] = createSignal<Int32Array>(new Int32Array(0));
  const [dragged, setDragged] = createSignal<Point | null>(null);

  const labels = () => props.digits.labels;
  const sets = createMemo(() => setsByPlace(props.run.spec.dataset.split, labels()));
  const setsThere = createMemo(() => SETS.filter((one) => sets().includes(one)));
  const points = createMemo(() => {
    const map = found();
    return map === null ? null : pointsOf(map, shownAxes(), labels());
  });
  const shownAxes = (): Axes => {
    const count = found()?.shares.length ?? 2;
    const [across, up] = axes();
    return count === 1 ? [0, 1] : [Math.min(across, count - 1), Math.min(up, count - 1)];
  };
  const shown = createMemo(() =>
    Uint8Array.from(labels(), (label, place) =>
      (digit() === null || label === digit()) && (set() === null || sets()[place] === set()) ? 1 : 0,
    ),
  );
  const places = createMemo(() => Int32Array.from(labels().keys()).filter((place) => shown()[place] === 1));
  const middle = createMemo((): Point => {
    const at = points();
    return at === null ? { x: 0, y: 0 } : scaleOf(at, 1).toCode({ x: 0.5, y: 0.5 });
  });
  const handle = () => dragged() ?? middle();
  const pointOf = (place: number | null): Point | null => {
    const at = points();
    return at === null || place === null ? null : { x: at[2 * place] ?? 0, y: at[2 * place + 1] ?? 0 };
  };

  const select = (outline: readonly Point[]) => {
    setLasso(outline);
    setInside(placesInside(points() ?? new Float32Array(0), places(), outline));
  };
  const forget = () => {
    setLasso([]);
    setInside(new Int32Array(0));
    setRead(null);
    setDragged(null);
  };

  const readBy = (at: Float32Array, gesture: MapGesture) => {
    if (gesture.kind === "hover" || gesture.kind === "down") {
      const near = nearestPlace(at, places(), gesture.at);
      if (near !== null && near.distance <= REACH * gesture.pixel) setRead(near.place);
    } else if (gesture.kind === "step") {
      const from = read();
      const start = from ?? nearestPlace(at, places(), middle())?.place ?? null;
      if (start === null) return;
      setRead(from === null ? start : placeBeyond(at, places(), { from, direction: gesture.direction }));
    }
  };
  const lassoBy = (gesture: MapGesture) => {
    if (gesture.kind === "down") {
      setDrawing(true);
      setInside(new Int32Array(0));
      setLasso([gesture.at]);
    } else if (gesture.kind === "drag" && isDrawing()) setLasso([...lasso(), gesture.at]);
    else if (gesture.kind === "up" && isDrawing()) {
      setDrawing(false);
      select(lasso());
    } else if (gesture.kind === "step") select(stepRectangle(lasso(), middle(), gesture));
  };
  const decodeBy = (gesture: MapGesture) => {
    if (gesture.kind === "down" || gesture.kind === "drag") setDragged(gesture.at);
    else if (gesture.kind === "step") {
      const by = (gesture.isWide ? 4 : 1) * STEP * gesture.pixel;
      const { x, y } = handle();
      setDragged({ x: x + by * gesture.direction.x, y: y + by * gesture.direction.y });
    }
  };

  return {
    ...{ tool, setTool, digit, setDigit, set, setSet, setsThere, sets },
    ...{ axes: shownAxes, points, shown, places, read, setRead, lasso, inside, handle, pointOf },
    /** Other axes: what was chosen on the old ones is gone. */
    turnTo(next: Axes) {
      forget();
      setAxes(next);
    },
    /** Everything that is shown, as if it lay in a lasso: with the legend, all images of a digit. */
    selectShown() {
      setLasso([]);
      setInside(places());
    },
    clear: forget,
    act(gesture: MapGesture) {
      const at = points();
      if (at === null) return;
      if (gesture.kind === "escape") forget();
      else if (tool() === "read") readBy(at, gesture);
      else if (tool() === "lasso") lassoBy(gesture);
      else decodeBy(gesture);
    },
  };
}

export type LatentState = ReturnType<typeof createMap>;

/** Arrow keys move a rectangle, and with Shift make it wider or higher. */
function stepRectangle(
  outline: readonly Point[],
  middle: Point,
  { direction, isWide, pixel }: Extract<MapGesture, { kind: "step" }>,
): readonly Point[] {
  const xs = outline.map(({ x }) => x);
  const ys = outline.map(({ y }) => y);
  const isNew = outline.length === 0;
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  const at = isNew ? middle : { x: (left + right) / 2, y: (low + high) / 2 };
  const least = STEP * pixel;
  const [halfWidth, halfHeight] = isNew ? [6 * least, 6 * least] : [(right - left) / 2, (high - low) / 2];
  if (isNew) return rectangle(at, halfWidth, halfHeight);
  if (isWide)
    return rectangle(
      at,
      Math.max(least, halfWidth + direction.x * least),
      Math.max(least, halfHeight + direction.y * least),
    );
  const moved = { x: at.x + 2 * least * direction.x, y: at.y + 2 * least * direction.y };
  return rectangle(moved, halfWidth, halfHeight);
}
