import type { BeforeLeaveEventArgs } from "@solidjs/router";

/** Asks before a page of the lab is left for another while something on it is not saved; a change of the same page's query goes on. */
export function askToLeave(event: BeforeLeaveEventArgs, hasUnsaved: boolean): void {
  const isSamePage = typeof event.to === "string" && event.to.split("?")[0] === event.from.pathname;
  if (isSamePage || !hasUnsaved || event.defaultPrevented) return;
  event.preventDefault();
  if (confirm("Some grades are not saved. Leave the desk and lose them?")) event.retry(true);
}
