import type { Bindings } from "../environment.ts";

/** The one object that all who watch a course are connected to. */
export function liveOf({ LIVE }: Pick<Bindings, "LIVE">, course: string) {
  return LIVE.get(LIVE.idFromName(course));
}
