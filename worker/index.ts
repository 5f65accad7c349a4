import { app } from "./app.ts";
import type { Bindings } from "./environment.ts";

/** The Worker's doors: what it does for a request, and nothing else. */
export default { fetch: app.fetch } satisfies ExportedHandler<Bindings>;
