/** The values that the tokens have here and now, as a canvas needs them. */
export type Look = {
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly surface: string;
  /** How much larger than the 16 px base text is: 1, or 1.25 for a projector. */
  readonly zoom: number;
  readonly font: string;
};

/** Reads a CSS colour (`var(--train)`, `color-mix(...)`) as `host` would show it. */
export function resolveColor(host: HTMLElement, color: string): string {
  const probe = document.createElement("i");
  probe.style.cssText = `position:absolute;visibility:hidden;color:${color}`;
  host.append(probe);
  const resolved = getComputedStyle(probe).color;
  probe.remove();
  return resolved;
}

export function readLook(host: HTMLElement): Look {
  const zoom = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  return {
    ink: resolveColor(host, "var(--ink)"),
    muted: resolveColor(host, "var(--muted)"),
    grid: resolveColor(host, "var(--line)"),
    surface: resolveColor(host, "var(--page)"),
    zoom,
    font: `${Math.round(12 * zoom)}px ${getComputedStyle(host).fontFamily}`,
  };
}
