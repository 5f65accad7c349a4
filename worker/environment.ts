import type { Context } from "hono";

/** wrangler.toml's bindings. The secret is missing where nobody has set it yet. */
export type Bindings = Omit<Env, "SETUP_KEY"> & Partial<Pick<Env, "SETUP_KEY">>;

export type LabEnv = { Bindings: Bindings };
export type LabContext = Context<LabEnv>;
