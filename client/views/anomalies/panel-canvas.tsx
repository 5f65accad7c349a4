import { createMemo } from "solid-js";
import { drawShapes } from "./draw-shapes.ts";
import { FittedCanvas, type Paint } from "./fitted-canvas.tsx";
import { layOutPanel, PANEL_REM, type Panel, type PanelLayout } from "./panel.ts";
import { panelShapes, type Threshold } from "./panel-shapes.ts";

/** A panel on a canvas. `onLayout` says where its axis is, for who drags on it. */
export function PanelCanvas(props: {
  panel: Panel;
  threshold: Threshold;
  label?: string;
  onLayout?: (at: PanelLayout) => void;
}) {
  const paint = createMemo((): Paint => {
    const { panel, threshold, onLayout } = props;
    return (context, { width, look }) => {
      const at = layOutPanel(width, look.zoom);
      onLayout?.(at);
      drawShapes(context, panelShapes(panel, at, threshold), look);
    };
  });
  return (
    <FittedCanvas
      rem={PANEL_REM}
      paint={paint()}
      {...(props.label !== undefined && { label: props.label })}
    />
  );
}
