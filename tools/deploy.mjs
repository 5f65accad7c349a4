import { installThenRun } from "./install.mjs";

installThenRun("tools/deploy/main.ts");
