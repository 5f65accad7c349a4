// `npm run class -- --seats 300`: fills a course of a running lab with seats that really train.
import { installThenRun } from "./install.mjs";

installThenRun("tools/class/main.ts");
