import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { MAX_JSON_BODY_BYTES } from "../shared/limits.ts";
import type { LabEnv } from "./environment.ts";
import { refuse } from "./failures.ts";
import { recheckAfter } from "./live/recheck-after.ts";
import { answers } from "./routes/answers.ts";
import { assets } from "./routes/assets.ts";
import { assignment } from "./routes/assignment.ts";
import { audit } from "./routes/audit.ts";
import { boardRules } from "./routes/board-rules.ts";
import { boards } from "./routes/boards.ts";
import { limitBody } from "./routes/body-limit.ts";
import { classes } from "./routes/class.ts";
import { courseFiles } from "./routes/course-files.ts";
import { courses } from "./routes/courses.ts";
import { data } from "./routes/data.ts";
import { erasure } from "./routes/erasure.ts";
import { erasureLedger } from "./routes/erasure-ledger.ts";
import { extensions } from "./routes/extensions.ts";
import { flags } from "./routes/flags.ts";
import { gradeRelease } from "./routes/grade-release.ts";
import { gradebook } from "./routes/gradebook.ts";
import { grades } from "./routes/grades.ts";
import { joining } from "./routes/joining.ts";
import { live } from "./routes/live.ts";
import { members } from "./routes/members.ts";
import { passkeys } from "./routes/passkeys.ts";
import { presence } from "./routes/presence.ts";
import { regrades } from "./routes/regrades.ts";
import { roster } from "./routes/roster.ts";
import { runLinks } from "./routes/run-links.ts";
import { runs } from "./routes/runs.ts";
import { sameOrigin } from "./routes/same-origin.ts";
import { schedule } from "./routes/schedule.ts";
import { sessions } from "./routes/sessions.ts";
import { shownName } from "./routes/shown-name.ts";
import { specs } from "./routes/specs.ts";
import { staff } from "./routes/staff.ts";
import { submissions } from "./routes/submissions.ts";

/** The lab as one Hono app: every route, and what all of them share. */
export const app = new Hono<LabEnv>();

app.route("/", live);

app.use(
  secureHeaders({
    crossOriginResourcePolicy: "same-origin",
    referrerPolicy: "strict-origin-when-cross-origin",
  }),
);
app.use("/api/*", sameOrigin);
app.use("/api/*", erasureLedger);
app.post("/api/*", limitBody(MAX_JSON_BODY_BYTES, { what: "a body" }));
for (const room of ["sessions", "members", "staff"]) app.use(`/api/courses/:course/${room}/*`, recheckAfter);

const homework = [assignment, schedule, extensions, answers, submissions];
const grading = [gradebook, grades, gradeRelease, regrades];
for (const routes of [
  data,
  specs,
  courses,
  members,
  roster,
  sessions,
  passkeys,
  erasure,
  courseFiles,
  staff,
  joining,
  audit,
  runs,
  boards,
  boardRules,
  shownName,
  classes,
  presence,
  flags,
  runLinks,
  ...homework,
  ...grading,
  assets,
])
  app.route("/", routes);

app.all("/api/*", (c) =>
  refuse(c, { reason: "notFound", message: `There is no ${c.req.method} ${c.req.path} in this lab.` }),
);
app.onError((error, c) => {
  // biome-ignore lint/suspicious/noConsole: the platform keeps this as the log of the failure
  console.error(error);
  return refuse(c, {
    reason: "internal",
    message: "The server failed; nothing was stored. Try again in a moment.",
  });
});
