import type { MapScale, Point } from "./map-points.ts";

/** The page's colours as a canvas needs them. */
export type MapLook = {
  readonly digits: readonly string[]; // [10]
  readonly ink: string;
  readonly line: string;
  readonly accent: string;
  readonly surface: string;
  readonly font: string;
};

const FAINT = 0.12;

/** Each image as the numeral of its digit, in the digit's colour; those that are not looked at stay as a faint ground. */
export function drawPoints(
  context: CanvasRenderingContext2D,
  {
    points,
    labels,
    shown,
    scale,
    look,
  }: {
    readonly points: Float32Array;
    readonly labels: Uint8Array;
    /** Whether each place is looked at. */
    readonly shown: Uint8Array;
    readonly scale: MapScale;
    readonly look: MapLook;
  },
): void {
  context.clearRect(0, 0, scale.side, scale.side);
  drawOrigin(context, scale, look);
  context.font = look.font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const pass of [0, 1]) {
    context.globalAlpha = pass === 0 ? FAINT : 1;
    for (const [digit, color] of look.digits.entries()) {
      context.fillStyle = color;
      const numeral = String(digit);
      for (let place = 0; place < labels.length; place++) {
        if (labels[place] !== digit || shown[place] !== pass) continue;
        const { x, y } = scale.toPixels({ x: points[2 * place] ?? 0, y: points[2 * place + 1] ?? 0 });
        context.fillText(numeral, x, y);
      }
    }
  }
  context.globalAlpha = 1;
}

/** Thin lines where the two coordinates are 0. */
function drawOrigin(context: CanvasRenderingContext2D, { side, toPixels }: MapScale, { line }: MapLook) {
  const { x, y } = toPixels({ x: 0, y: 0 });
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.beginPath();
  context.moveTo(Math.round(x) + 0.5, 0);
  context.lineTo(Math.round(x) + 0.5, side);
  context.moveTo(0, Math.round(y) + 0.5);
  context.lineTo(side, Math.round(y) + 0.5);
  context.stroke();
}

/** What lies over the points, in codes: the point that is read, the lasso, the code that is decoded, and the path. */
export type Overlay = {
  readonly read: Point | null;
  readonly lasso: readonly Point[];
  readonly handle: Point | null;
  readonly path: { readonly from: Point; readonly to: Point; readonly at: Point } | null;
};

export function drawOverlay(
  context: CanvasRenderingContext2D,
  { read, lasso, handle, path }: Overlay,
  { scale, look }: { readonly scale: MapScale; readonly look: MapLook },
): void {
  context.clearRect(0, 0, scale.side, scale.side);
  context.lineWidth = 2;
  if (path !== null) drawPath(context, path, { scale, look });
  if (lasso.length > 1) {
    context.beginPath();
    for (const corner of lasso) {
      const { x, y } = scale.toPixels(corner);
      context.lineTo(x, y);
    }
    context.closePath();
    context.fillStyle = look.accent;
    context.globalAlpha = 0.12;
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = look.accent;
    context.stroke();
  }
  if (read !== null) drawRing(context, scale.toPixels(read), { radius: 10, color: look.ink });
  if (handle !== null) {
    const { x, y } = scale.toPixels(handle);
    context.beginPath();
    context.arc(x, y, 8, 0, 2 * Math.PI);
    context.fillStyle = look.accent;
    context.fill();
    context.strokeStyle = look.surface;
    context.stroke();
    drawRing(context, { x, y }, { radius: 14, color: look.accent });
  }
}

function drawRing(
  context: CanvasRenderingContext2D,
  { x, y }: Point,
  { radius, color }: { radius: number; color: string },
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.strokeStyle = color;
  context.stroke();
}

function drawPath(
  context: CanvasRenderingContext2D,
  path: { readonly from: Point; readonly to: Point; readonly at: Point },
  { scale, look }: { readonly scale: MapScale; readonly look: MapLook },
): void {
  const [from, to, at] = [path.from, path.to, path.at].map(scale.toPixels);
  if (from === undefined || to === undefined || at === undefined) return;
  context.strokeStyle = look.ink;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
  context.font = look.font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const [name, { x, y }] of [
    ["A", from],
    ["B", to],
  ] as const) {
    context.beginPath();
    context.arc(x, y, 9, 0, 2 * Math.PI);
    context.fillStyle = look.ink;
    context.fill();
    context.fillStyle = look.surface;
    context.fillText(name, x, y);
  }
  context.beginPath();
  context.arc(at.x, at.y, 5, 0, 2 * Math.PI);
  context.fillStyle = look.surface;
  context.fill();
  context.stroke();
}
