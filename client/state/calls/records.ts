import * as z from "zod/mini";
import type { ChangeTopic } from "../../../shared/api/change-topics.ts";
import { ExportPage, type ExportScope } from "../../../shared/api/export.ts";
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

/** An answer without a body. */
const NOTHING = z.undefined();
/** A page may hold a few hundred kilobytes of what was handed in. */
const PAGE_TIMEOUT_MILLISECONDS = 60_000;

export type PageQuestion = {
  readonly course: string;
  readonly scope: ExportScope;
  readonly table: string;
  readonly after: string | null;
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

  /** A page of a table: everyone's rows of the course, or one's own. */
  page({ course, scope, table, after }: PageQuestion, signal: AbortSignal) {
    const pathOf = { mine: paths.mine, course: paths.courseExport }[scope];
    const query = after === null ? "" : `?${new URLSearchParams({ after })}`;
    const path = pathOf(encodeURIComponent(course), encodeURIComponent(table)) + query;
    return ask({ path, answer: ExportPage, signal, timeoutMs: PAGE_TIMEOUT_MILLISECONDS });
  },

  /** Erases oneself (`member` null), or as an owner a student by id; `pseudonym` is theirs, typed. */
  erase(course: string, member: string | null, pseudonym: string) {
    const name = encodeURIComponent(course);
    const path =
      member === null ? paths.erasure(name) : paths.memberErasure(name, encodeURIComponent(member));
    return ask({ path, answer: NOTHING, method: "POST", json: { pseudonym } });
  },
};
