import * as z from "zod/mini";
import { ClassPlot, ClassView } from "../../../shared/api/class.ts";
import { ReceiptList } from "../../../shared/api/homework.ts";
import { HereList, type Presence } from "../../../shared/api/live.ts";
import { paths } from "../../../shared/api/paths.ts";
import { RunList } from "../../../shared/api/runs.ts";
import { ask, revalidate } from "../api.ts";

/** An answer without a body. */
const NOTHING = z.undefined();

type Before = { readonly etag: string | null; readonly signal: AbortSignal };

/** How far the class is, where everyone is, and what one student did: for the staff. Where one is oneself: by students. */
export const classCalls = {
  view: (course: string, { etag, signal }: Before) =>
    revalidate({ path: paths.class(encodeURIComponent(course)), answer: ClassView, signal }, etag),

  plot(course: string, cell: string, { etag, signal }: Before) {
    const path = paths.classPlot(encodeURIComponent(course), encodeURIComponent(cell));
    return revalidate({ path, answer: ClassPlot, signal }, etag);
  },

  here: (course: string, signal: AbortSignal) =>
    ask({ path: paths.presence(encodeURIComponent(course)), answer: HereList, signal }),

  runsOf(course: string, member: string) {
    const path = `${paths.runs(encodeURIComponent(course))}?member=${encodeURIComponent(member)}`;
    return ask({ path, answer: RunList });
  },

  receiptsOf(course: string, member: string) {
    const path = `${paths.submissions(encodeURIComponent(course))}?member=${encodeURIComponent(member)}`;
    return ask({ path, answer: ReceiptList });
  },

  tellPresence(course: string, presence: Presence) {
    const path = paths.presence(encodeURIComponent(course));
    return ask({ path, answer: NOTHING, method: "POST", json: presence });
  },
};
