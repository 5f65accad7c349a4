import { createEffect, createSignal, onCleanup, onMount } from "solid-js";
import { readLook, resolveColor } from "../../plot/look.ts";
import { look as viewLook } from "../../state/view.ts";
import { drawPanel, type PanelLook, type Threshold } from "./draw-panel.ts";
import { layOutPanel, PANEL_REM, type Panel, type PanelLayout } from "./panel.ts";

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
    const [normal, anomaly] = [resolveColor(host, "var(--normal)"), resolveColor(host, "var(--anomaly)")];
    known = { key, look: { ...readLook(host), normal, anomaly } };
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
      drawPanel(context, panel, { at, look, threshold });
    });
  });

  return <canvas class="bench-canvas" style={{ height: `${PANEL_REM}rem` }} ref={canvas} />;
}
