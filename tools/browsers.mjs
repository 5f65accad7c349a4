import { installThenRun } from "./install.mjs";

installThenRun("tools/check/browsers.ts");
