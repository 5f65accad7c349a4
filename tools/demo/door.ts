// The lab's own API, as a browser uses it: a lab on this machine and a deployment are the same to it.
import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { CreatedCourse, type JoinCourse, Membership } from "../../shared/api/courses.ts";
import { ApiErrorBody } from "../../shared/api/errors.ts";
import { AnswerSaved, AssignmentView, Receipt } from "../../shared/api/homework.ts";
import { paths } from "../../shared/api/paths.ts";
import { RosterReport } from "../../shared/api/roster.ts";
import { StoredRun } from "../../shared/api/runs.ts";
import type { Answer } from "../../shared/assignment/answers.ts";
import { ToolError } from "../lab/programs.ts";
import type { TrainedRun } from "./train-run.ts";

/** A member's seat: who it is, and the cookie that proves it. */
export type Seat = { readonly membership: z.infer<typeof Membership>; readonly cookie: string };

type Call = { method: string; body?: BodyInit; headers?: Record<string, string> };

/** What the lab at `url` (an origin) answers. Every call throws ToolError with the lab's own words where it refuses. */
export function makeDoor(url: string) {
  const origin = new URL(url).origin;

  async function call(path: string, { method, body, headers = {} }: Call): Promise<Response> {
    try {
      return await fetch(origin + path, { method, body, headers: { origin, ...headers } });
    } catch (error) {
      const reason = error instanceof Error ? (error.cause ?? error.message) : error;
      throw new ToolError(`${origin} does not answer (${reason}): start the lab there, then run again.`);
    }
  }

  function sendJson(
    path: string,
    { method, body, seat }: { method: "POST" | "PUT"; body: unknown; seat?: Seat },
  ) {
    const cookie: Record<string, string> = seat === undefined ? {} : { cookie: seat.cookie };
    return call(path, {
      method,
      body: JSON.stringify(body),
      headers: { "content-type": "application/json", ...cookie },
    });
  }

  async function takeSeat(path: string, { body, what }: { body: unknown; what: string }): Promise<Seat> {
    const response = await sendJson(path, { method: "POST", body });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
    const membership = await read({ response, schema: Membership, what });
    return { membership, cookie: cookies.join("; ") };
  }

  return {
    origin,

    /** Makes a course; null where one of that name exists. */
    async createCourse(
      course: { course: string; title: string; publicBoard: boolean },
      setupKey: string,
    ): Promise<z.infer<typeof CreatedCourse> | null> {
      const response = await call(paths.courses, {
        method: "POST",
        body: JSON.stringify(course),
        headers: { "content-type": "application/json", authorization: `Bearer ${setupKey}` },
      });
      if (response.status === 409) return null;
      return await read({ response, schema: CreatedCourse, what: `making the course ${course.course}` });
    },

    /** Joins with a code; `said` is what the student says of itself. */
    join: (code: string, said: Omit<JoinCourse, "code"> = {}): Promise<Seat> =>
      takeSeat(paths.join, { body: { code, ...said }, what: `joining with ${code}` }),

    /** Takes the seat of whom a sign-in key belongs to. */
    signIn: (key: string): Promise<Seat> => takeSeat(paths.signIn, { body: { key }, what: "signing in" }),

    async putRoster(seat: Seat, csv: string): Promise<RosterReport> {
      const path = paths.roster(seat.membership.course);
      const response = await sendJson(path, { method: "PUT", body: { csv }, seat });
      return await read({ response, schema: RosterReport, what: "importing the roster" });
    },

    /** Sends a run under an id that the seat may name in its answers. */
    async putRun(seat: Seat, { upload, weights }: TrainedRun, id: string = randomUUID()): Promise<StoredRun> {
      const form = new FormData();
      form.set("run", JSON.stringify(upload));
      form.set(
        "weights",
        new Blob([Uint8Array.from(weights)], { type: "application/octet-stream" }),
        "weights.safetensors",
      );
      const response = await call(paths.run(seat.membership.course, id), {
        method: "PUT",
        body: form,
        headers: { cookie: seat.cookie },
      });
      return await read({ response, schema: StoredRun, what: "uploading a run" });
    },

    async readAssignment(seat: Seat): Promise<AssignmentView> {
      const path = paths.assignment(seat.membership.course);
      const response = await call(path, { method: "GET", headers: { cookie: seat.cookie } });
      return await read({ response, schema: AssignmentView, what: "reading the homework" });
    },

    /** Saves a cell's first answer, and gives its revision. */
    async putAnswer(seat: Seat, cell: string, answer: Answer): Promise<number> {
      const path = paths.answer(seat.membership.course, cell);
      const response = await sendJson(path, { method: "PUT", body: { base: 0, answer }, seat });
      return (await read({ response, schema: AnswerSaved, what: `saving ${cell}` })).revision;
    },

    async handIn(
      seat: Seat,
      seen: { version: number; revisions: Readonly<Record<string, number>> },
    ): Promise<Receipt> {
      const path = paths.submission(seat.membership.course, randomUUID());
      const response = await sendJson(path, { method: "PUT", body: seen, seat });
      return await read({ response, schema: Receipt, what: "handing in" });
    },
  };
}
export type Door = ReturnType<typeof makeDoor>;

async function read<T extends z.core.$ZodType>({
  response,
  schema,
  what,
}: {
  response: Response;
  schema: T;
  what: string;
}): Promise<z.output<T>> {
  const text = await response.text();
  if (response.ok) return z.parse(schema, JSON.parse(text));
  const refusal = z.safeParse(ApiErrorBody, parseJson(text));
  const words = refusal.success ? refusal.data.error.message : text.slice(0, 200);
  throw new ToolError(`The lab refused ${what}: ${response.status} ${words}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
