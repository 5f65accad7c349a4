// `npm run dev`: client and Worker from their sources, reloaded as they change, on the same state as `npm start`.
import { migrate } from "./migrate.ts";
import { serve } from "./serve.ts";

await serve({
  command: "npm run dev",
  prepare: migrate,
  server: (port) => ({
    program: "vite",
    args: ["--port", String(port), "--strictPort", "--clearScreen", "false", "--logLevel", "warn"],
  }),
});
