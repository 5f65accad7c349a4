import { installThenRun } from "./install.mjs";

installThenRun("tools/lab/reset.ts");
