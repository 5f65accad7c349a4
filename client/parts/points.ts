/** Points as they are written: at most two decimals, a real minus. */
export function formatPoints(points: number): string {
  const text = Math.abs(points).toLocaleString("en", { maximumFractionDigits: 2 });
  return points < 0 && text !== "0" ? `\u2212${text}` : text;
}

/** With a sign, as a rubric's items have it. */
export function signPoints(points: number): string {
  return points > 0 ? `+${formatPoints(points)}` : formatPoints(points);
}

/** `4.5 of 7 points`. */
export function sayPoints(score: number, points: number): string {
  return `${formatPoints(score)} of ${formatPoints(points)} ${points === 1 ? "point" : "points"}`;
}
