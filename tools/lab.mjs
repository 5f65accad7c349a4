// `npm run -s lab -- train SPEC.json`: trains on the command line.
import { installThenRun } from "./install.mjs";

installThenRun("client/command/lab.ts");
