// `npm run reset`: the next start begins with an empty database and a new demo course.
import { emptyState, runningLab, stateFolderName } from "./state.ts";

const running = runningLab();
if (running === null) {
  emptyState();
  console.log(`Emptied ${stateFolderName()}: the next npm start seeds a new demo course.`);
} else {
  console.error(
    `A lab runs on ${stateFolderName()} (${running.url}, process ${running.pid}): stop it with Ctrl-C first, then npm run reset.`,
  );
  process.exitCode = 1;
}
