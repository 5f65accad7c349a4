import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { type Look, readLook, resolveColor } from "../../plot/look.ts";
import { look as viewLook } from "../../state/view.ts";
import { drawShapes } from "./draw-shapes.ts";
import { layOutPanel, PANEL_REM, type Panel, type PanelLayout } from "./panel.ts";
import { type Ink, panelShapes, type Threshold } from "./panel-shapes.ts";

type PanelLook = Look & { readonly colors: Readonly<Record<Ink, string>> };

/** A panel on its canvas, drawn once a frame at most. `onLayout` says where its axis is, for who drags on it. */
export function PanelCanvas(props: {
  panel: Panel;
  threshold: Threshold;
  onLayout?: (at: PanelLayout) => void;
}) {
  let canvas: HTMLCanvasElement | undefined;
  let frame = 0;
  const [width, setWidth] = createSignal(0);
  onMount(() => {
    if (canvas === undefined) return;
    const element = canvas;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  });
  onCleanup(() => cancelAnimationFrame(frame));

  let known: { readonly key: string; readonly look: PanelLook } | null = null;
  const readColors = (host: HTMLElement): PanelLook => {
    const key = viewLook();
    if (known?.key === key) return known.look;
    const look = readLook(host);
    const { ink, muted, grid, surface } = look;
    const [normal, anomaly] = [resolveColor(host, "var(--normal)"), resolveColor(host, "var(--anomaly)")];
    known = { key, look: { ...look, colors: { ink, muted, grid, surface, normal, anomaly } } };
    return known.look;
  };

  createEffect(() => {
    const { panel, threshold } = props;
    const [host, wide] = [canvas?.parentElement, width()];
    if (canvas === undefined || host === null || host === undefined || wide === 0) return;
    const element = canvas;
    const look = readColors(host);
    const at = layOutPanel(wide, look.zoom);
    props.onLayout?.(at);
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const context = element.getContext("2d");
      if (context === null) return;
      const [pixelsWide, pixelsHigh] = [at.width, at.height].map((size) =>
        Math.round(size * devicePixelRatio),
      );
      if (element.width !== pixelsWide || element.height !== pixelsHigh) {
        element.width = pixelsWide ?? 0;
        element.height = pixelsHigh ?? 0;
      }
      context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      context.clearRect(0, 0, at.width, at.height);
      drawShapes(context, panelShapes(panel, at, threshold), look);
    });
  });

  return <canvas class="bench-canvas" style={{ height: `${PANEL_REM}rem` }} ref={canvas} />;
}
