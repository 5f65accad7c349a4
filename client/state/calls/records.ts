import type { ChangeTopic } from "../../../shared/api/change-topics.ts";
import { paths } from "../../../shared/api/paths.ts";
import { AuditLog } from "../../../shared/api/staff.ts";
import { ask } from "../api.ts";

export type LogQuestion = {
  readonly course: string;
  /** Null for all. */
  readonly topic: ChangeTopic | null;
  /** A part of a name; empty for everyone. */
  readonly person: string;
};

/** What a course has written down of itself and of its members. */
export const recordsCalls = {
  /** A page of the course's changes: those before `before`, or the newest. */
  log({ course, topic, person }: LogQuestion, before: number | null) {
    const query = new URLSearchParams({
      ...(before === null ? {} : { before: String(before) }),
      ...(topic === null ? {} : { topic }),
      ...(person === "" ? {} : { person }),
    });
    return ask({ path: `${paths.audit(encodeURIComponent(course))}?${query}`, answer: AuditLog });
  },
};
