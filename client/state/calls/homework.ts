import * as z from "zod/mini";
import { AnsweredCells, AssignmentView, VersionList, VersionView } from "../../../shared/api/homework.ts";
import { paths } from "../../../shared/api/paths.ts";
import {
  type ExtensionFor,
  ExtensionList,
  type PutExtension,
  type PutSchedule,
  ScheduleView,
} from "../../../shared/api/schedule.ts";
import type { Assignment } from "../../../shared/assignment/assignment.ts";
import { ask } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();

/** What the staff asks of the homework: when it is due, for whom later, and its versions. */
export const homeworkCalls = {
  schedule: (course: string) =>
    ask({ path: paths.schedule(encodeURIComponent(course)), answer: ScheduleView }),

  putSchedule: (course: string, wish: PutSchedule) =>
    ask({
      path: paths.schedule(encodeURIComponent(course)),
      answer: ScheduleView,
      method: "PUT",
      json: wish,
    }),

  extensions: (course: string) =>
    ask({ path: paths.extensions(encodeURIComponent(course)), answer: ExtensionList }),

  giveExtension: (course: string, whose: ExtensionFor, wish: PutExtension) =>
    ask({ path: pathOf(course, whose), answer: NOTHING, method: "PUT", json: wish }),

  takeExtension: (course: string, whose: ExtensionFor) =>
    ask({ path: pathOf(course, whose), answer: NOTHING, method: "DELETE" }),

  versions: (course: string) =>
    ask({ path: paths.versions(encodeURIComponent(course)), answer: VersionList }),

  version: (course: string, version: number) =>
    ask({ path: paths.version(encodeURIComponent(course), String(version)), answer: VersionView }),

  answered: (course: string) =>
    ask({ path: paths.answered(encodeURIComponent(course)), answer: AnsweredCells }),

  /** Puts the next version on top of `base`. */
  putAssignment: (course: string, wish: { readonly assignment: Assignment; readonly base: number }) =>
    ask({
      path: paths.assignment(encodeURIComponent(course)),
      answer: AssignmentView,
      method: "PUT",
      json: wish,
    }),
};

function pathOf(course: string, whose: ExtensionFor): string {
  const who = whose.kind === "student" ? whose.member : whose.section;
  return paths.extension(encodeURIComponent(course), whose.kind, encodeURIComponent(who));
}
