import type uPlot from "uplot";
import type { Drawing } from "./draw-marks.ts";
import { crowdOpacity } from "./marks.ts";

const CROWD_WIDTH = 1; // CSS px

/** The single models behind the lines, below all of these. */
export function drawCrowds(chart: uPlot, { columns, hidden, colors, look }: Drawing): void {
  const crowds = columns.lines.flatMap(({ label, crowd }, i) =>
    crowd === undefined || hidden.has(label) ? [] : [{ crowd, color: colors[i] ?? look.ink }],
  );
  if (crowds.length === 0) return;
  const { ctx, bbox } = chart;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.lineWidth = CROWD_WIDTH * devicePixelRatio;
  ctx.globalAlpha = crowdOpacity(crowds.reduce((sum, { crowd }) => sum + crowd.length, 0));
  const left = columns.x.map((x) => chart.valToPos(x, "x", true));
  for (const { crowd, color } of crowds) {
    ctx.strokeStyle = color;
    for (const values of crowd) {
      ctx.beginPath();
      for (const [row, value] of values.entries()) {
        const top = value === null ? Number.NaN : chart.valToPos(value, "y", true);
        if (Number.isFinite(top)) ctx.lineTo(left[row] ?? 0, top);
      }
      ctx.stroke();
    }
  }
  ctx.restore();
}
