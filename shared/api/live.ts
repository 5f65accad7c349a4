import * as z from "zod/mini";
import { CellId } from "../assignment/assignment.ts";
import { State } from "../assignment/completeness.ts";
import { LOSS_COURSES } from "../metrics/loss-course.ts";
import { Device, EngineName } from "./runs.ts";

/** What keeps a student from going on, and how often it did since the same last went well. */
export const ErrorKind = z.enum(["code", "training", "device", "sending"]);
export type ErrorKind = z.infer<typeof ErrorKind>;
const Errors = z.partialRecord(ErrorKind, z.int().check(z.minimum(0), z.maximum(10_000)));
export type Errors = z.infer<typeof Errors>;

/**
 * `POST /api/courses/COURSE/presence`, by a student's homework page, best effort: 204. `part` is `1f`, as in a cell's id
 * before the hyphen; null where the page shows none.
 */
export const Presence = z.strictObject({
  part: z.nullable(z.string().check(z.regex(/^[a-z0-9]{1,8}$/, "expected a part, such as 1f"))),
  errors: z._default(Errors, {}),
});
export type Presence = z.infer<typeof Presence>;

/** Where a student's browser said that it is. */
export const Here = z.object({
  member: z.string(),
  part: z.nullable(z.string()),
  errors: Errors,
  /** ISO 8601. */
  at: z.string(),
});
export type Here = z.infer<typeof Here>;
/** `GET /api/courses/COURSE/presence`, for staff: everyone who was there in the last hours. `now` is the server's time, as every `at` is. */
export const HereList = z.object({ here: z.array(Here), now: z.string() });
export type HereList = z.infer<typeof HereList>;

/** What happened in a course, and by whom. */
export const ClassEvent = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("answer"),
    member: z.string(),
    at: z.string(),
    cell: CellId,
    state: State,
  }),
  z.object({
    kind: z.literal("run"),
    member: z.string(),
    at: z.string(),
    engine: EngineName,
    device: Device,
    lossCourse: z.enum(LOSS_COURSES),
  }),
  z.object({ kind: z.literal("submission"), member: z.string(), at: z.string() }),
  z.extend(Here, { kind: z.literal("here") }),
]);
export type ClassEvent = z.infer<typeof ClassEvent>;

/**
 * What comes through `GET /api/courses/COURSE/live`, a WebSocket for staff: first where everyone is, then what happens. `ping`
 * is answered with `pong`. Closed with code 4401 when the session has ended or may no longer see the class.
 */
export const LiveMessage = z.union([z.extend(HereList, { kind: z.literal("hello") }), ClassEvent]);
export type LiveMessage = z.infer<typeof LiveMessage>;
export const SESSION_ENDED = 4401;
