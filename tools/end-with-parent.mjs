// Preloaded into every child of these tools, and by theirs: when the parent is gone, however it went, the child ends too,
// so that no server outlives the command that started it.
import { isAlive } from "./processes.mjs";

const LOOK_MILLISECONDS = 250;
const parent = process.ppid;

setInterval(() => {
  if (process.ppid !== parent || !isAlive(parent)) process.kill(process.pid, "SIGTERM");
}, LOOK_MILLISECONDS).unref();
