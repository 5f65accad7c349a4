import { Hono } from "hono";
import { can } from "../../shared/access/can.ts";
import { paths } from "../../shared/api/paths.ts";
import { RunId, RunUpload } from "../../shared/api/runs.ts";
import { MAX_RUN_BODY_BYTES } from "../../shared/limits.ts";
import { lossCourse } from "../../shared/metrics/loss-course.ts";
import { forgetRecentCourse } from "../boards/read-board.ts";
import { readStandings } from "../boards/read-standings.ts";
import { makeToken } from "../courses/secrets.ts";
import { readMember } from "../courses/session.ts";
import { readDigits } from "../digits.ts";
import type { LabContext, LabEnv } from "../environment.ts";
import { NO_SUCH_COURSE, refuse } from "../failures.ts";
import { floorOf } from "../floors.ts";
import { openKernels } from "../kernels.ts";
import { tellClass } from "../live/tell-class.ts";
import { accept } from "../runs/accept.ts";
import { contentHash } from "../runs/content.ts";
import { keepRun } from "../runs/keep-run.ts";
import { listRuns, readStoredContent } from "../store/runs.ts";
import { limitBody } from "./body-limit.ts";
import { parseText } from "./parse.ts";

const NO_SUCH_RUN = {
  reason: "notFound",
  message: "This course has no such run of yours; it may still be on the device that trained it.",
} as const;

export const runs = new Hono<LabEnv>();

const limit = limitBody(MAX_RUN_BODY_BYTES, {
  what: "a run",
  advice: "a smaller model or fewer epochs would fit",
});

runs.put(paths.run(":course", ":id"), limit, async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) {
    return refuse(c, {
      reason: "notSignedIn",
      message: "This browser is no member of the course; join it, then send the run again.",
    });
  }
  const id = RunId.safeParse(c.req.param("id"));
  if (!id.success) {
    return refuse(c, {
      reason: "invalid",
      message: "a run's id is a UUID, as crypto.randomUUID() makes them",
      field: "id",
    });
  }
  const parts = await readParts(c);
  if (parts === null) {
    return refuse(c, {
      reason: "unsupported",
      message: "expected multipart/form-data with a field run (JSON) and a file weights (safetensors)",
    });
  }
  const upload = parseText(parts.run, RunUpload);
  if (!upload.ok) return refuse(c, upload.error);

  const content = contentHash(upload.value, parts.weights);
  const before = await answerStored(c, { id: id.data, member: member.id, content });
  if (before !== null) return before;
  const accepted = accept(upload.value, parts.weights, {
    digits: readDigits(),
    openKernels,
    floorOf,
  });
  if (!accepted.ok) return refuse(c, accepted.error);

  const runLink = makeToken();
  await keepRun(c.env, {
    id: id.data,
    member,
    upload: upload.value,
    accepted: accepted.value,
    contentHash: content,
    runLink,
    receivedAt: new Date().toISOString(),
  });
  forgetRecentCourse(member.course);
  const { engine, device, history } = upload.value;
  tellClass(c, member, { kind: "run", engine, device, lossCourse: lossCourse(history.trainLoss) });
  // Two of the same at once: the row that came first is the run, and its link the link.
  return (
    (await answerStored(c, { id: id.data, member: member.id, content, mine: runLink })) ?? c.body(null, 500)
  );
});

/** The answer for an id that is stored already: the same run again, or a conflict. */
async function answerStored(
  c: LabContext,
  { id, member, content, mine }: { id: string; member: string; content: string; mine?: string },
) {
  const stored = await readStoredContent(c.env.DB, id);
  if (stored === null) return null;
  if (stored.member !== member || stored.contentHash !== content) {
    return refuse(c, {
      reason: "conflict",
      message:
        "a run with this id is stored with other contents; a run never changes, so send this one under a new id",
      field: "id",
    });
  }
  const { verification, runLink } = stored;
  const boards = await readStandings(c.env.DB, { course: stored.course, run: id });
  return c.json({ id, verification, runLink, boards }, runLink === mine ? 201 : 200);
}

async function readParts(c: LabContext): Promise<{ run: string; weights: Uint8Array } | null> {
  if (!(c.req.header("Content-Type") ?? "").startsWith("multipart/form-data")) return null;
  try {
    const { run, weights } = await c.req.parseBody();
    const json = run instanceof File ? await run.text() : run;
    if (typeof json !== "string" || !(weights instanceof File)) return null;
    return { run: json, weights: new Uint8Array(await weights.arrayBuffer()) };
  } catch {
    return null;
  }
}

runs.get(paths.runs(":course"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const whose = can(member.role, "seeEveryone") ? (c.req.query("member") ?? null) : member.id;
  return c.json(await listRuns(c.env.DB, { course: member.course, member: whose }));
});

runs.get(paths.run(":course", ":id"), async (c) => {
  const member = await readMember(c, c.req.param("course"));
  if (member === null) return refuse(c, NO_SUCH_COURSE);
  const id = c.req.param("id");
  const stored = await readStoredContent(c.env.DB, id);
  const mayRead = stored?.member === member.id || can(member.role, "seeEveryone");
  if (stored === null || !stored.isPresent || stored.course !== member.course || !mayRead)
    return refuse(c, NO_SUCH_RUN);
  const { verification, runLink } = stored;
  const boards = await readStandings(c.env.DB, { course: stored.course, run: id });
  return c.json({ id, verification, runLink, boards });
});
