import { createMiddleware } from "hono/factory";
import type { LabEnv } from "../environment.ts";
import { watchLedger } from "../privacy/ledger.ts";

/** Nobody whom the ledger names is found by any route, whatever backup the database came from. */
export const erasureLedger = createMiddleware<LabEnv>(async (c, next) => {
  try {
    await watchLedger(c.env, new Date());
  } catch (error) {
    // KV or D1 is away: what D1 knows to be erased stays hidden, and the next request asks again.
    // biome-ignore lint/suspicious/noConsole: the platform keeps this as the log of the failure
    console.error(error);
  }
  return await next();
});
