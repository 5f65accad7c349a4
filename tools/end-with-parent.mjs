// Preloaded into every child of these tools: when the parent is gone, however it went, the child ends too, so that no
// server outlives the command that started it. A child may also hang up by itself, when its work is done.
import { isAlive } from "./processes.mjs";

const parent = process.ppid;
const REPARENTED_MILLISECONDS = 100;

process.on("disconnect", () => {
  setTimeout(() => {
    if (process.ppid !== parent || !isAlive(parent)) process.kill(process.pid, "SIGTERM");
  }, REPARENTED_MILLISECONDS).unref();
});
process.channel?.unref();
