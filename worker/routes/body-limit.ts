import { bodyLimit } from "hono/body-limit";
import type { LabContext } from "../environment.ts";
import { refuse } from "../failures.ts";

/** Refuses a larger body before it is read. `what` is what a body holds, `advice` what to do about one that is too large. */
export function limitBody(maxBytes: number, { what, advice }: { what: string; advice?: string }) {
  const message = `expected ${what} of at most ${maxBytes} bytes${advice === undefined ? "" : `; ${advice}`}`;
  return bodyLimit({
    maxSize: maxBytes,
    onError: (c: LabContext) => refuse(c, { reason: "tooLarge", message }),
  });
}
