import { installThenRun } from "./install.mjs";
import { demandFreePort } from "./lab/port.mjs";

await demandFreePort("npm run dev");
installThenRun("tools/lab/dev.ts");
