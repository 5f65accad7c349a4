import { headingId } from "../part-id.ts";

/** Brings a part's heading to the top and the keyboard to it; the address names it. */
export function goToPart(id: string): void {
  history.replaceState(history.state, "", `#${id}`);
  document.getElementById(id)?.scrollIntoView({ block: "start" });
  document.getElementById(headingId(id))?.focus({ preventScroll: true });
}
