import type { ClassEvent } from "../../shared/api/live.ts";
import type { LabContext } from "../environment.ts";
import type { Member } from "../store/members.ts";
import { liveOf } from "./live-of.ts";

type News = ClassEvent extends infer E ? (E extends ClassEvent ? Omit<E, "member" | "at"> : never) : never;

/** Tells who watches the class, after the answer; that it cannot be told is no reason for the work to fail. */
export function tellClass(c: LabContext, { course, id, role }: Member, news: News): void {
  if (role !== "student") return;
  const event: ClassEvent = { ...news, member: id, at: new Date().toISOString() };
  c.executionCtx.waitUntil(
    liveOf(c.env, course)
      .tell(event)
      .catch(() => {}),
  );
}
