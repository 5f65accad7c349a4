import * as z from "zod/mini";
import { Standing, Verification } from "../../shared/api/runs.ts";

/** Where a finished run is on its way to the server, as IndexedDB keeps it. */
export const KeptState = z.discriminatedUnion("status", [
  /** Only on this device. A diverged run stays so; the others can be sent to a course. */
  z.object({ status: z.literal("local"), why: z.enum(["noCourse", "diverged", "notMember"]) }),
  z.object({
    status: z.literal("waiting"),
    course: z.string(),
    /** Uploads tried so far. */
    attempt: z.number(),
    /** Not to be tried before, in milliseconds since 1970. */
    notBefore: z.number(),
    /** `new`: not tried yet; `away`: no answer came; `fault`: the server failed or did not speak our API. */
    why: z.enum(["new", "away", "fault"]),
  }),
  z.object({ status: z.literal("sending"), course: z.string(), attempt: z.number() }),
  z.object({
    status: z.literal("sent"),
    course: z.string(),
    verification: Verification,
    runLink: z.string(),
    /** Absent for what was sent before the server told. */
    boards: z.optional(z.array(Standing)),
  }),
  z.object({ status: z.literal("refused"), course: z.string(), message: z.string() }),
]);
export type KeptState = z.infer<typeof KeptState>;

export type Waiting = Extract<KeptState, { status: "waiting" }>;

/** What a page shows: a kept run's state, or word that this device could not keep it. */
export type RunState = KeptState | { readonly status: "unkept"; readonly message: string };
