import { installThenRun } from "./install.mjs";

installThenRun("tools/check/main.ts");
