// `npm start`: the built lab, as it is deployed, on the embedded D1 and KV.
import { build, builtConfig } from "./build.ts";
import { migrate } from "./migrate.ts";
import { serve } from "./serve.ts";
import { stateFolder } from "./state.ts";

await serve({
  command: "npm start",
  prepare: async () => {
    await Promise.all([build(), migrate()]);
  },
  server: (port) => ({
    program: "wrangler",
    args: [
      ...["dev", "--config", builtConfig(), "--port", String(port), "--persist-to", stateFolder()],
      ...["--log-level", "warn", "--inspector-port", "0", "--show-interactive-dev-session", "false"],
    ],
  }),
});
