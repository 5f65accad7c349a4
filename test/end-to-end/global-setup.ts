import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { makeStateFolder, removeStateFolder, runLab } from "./run-lab.ts";

/** What the server said, failures with where they came from: a test sees their status alone. */
const SERVER_LOG = fileURLToPath(new URL("../../node_modules/.cache/end-to-end-server.log", import.meta.url));

/** Starts the lab that all end-to-end tests share. Its address and keys reach them through the environment. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export
export default async function globalSetup(): Promise<() => Promise<void>> {
  const lab = await runLab(makeStateFolder());
  process.env.LAB_URL = lab.url;
  process.env.LAB_DEMO = JSON.stringify(lab.demo());
  process.env.LAB_SETUP_KEY = lab.setupKey();
  return async () => {
    await lab.stop();
    mkdirSync(dirname(SERVER_LOG), { recursive: true });
    writeFileSync(SERVER_LOG, lab.output());
    removeStateFolder(lab.state);
  };
}
