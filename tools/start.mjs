import { installThenRun } from "./install.mjs";
import { demandFreePort } from "./lab/port.mjs";

await demandFreePort("npm start");
installThenRun("tools/lab/start.ts");
