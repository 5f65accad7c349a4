import { makeStateFolder, removeStateFolder, runLab } from "./run-lab.ts";

/** Starts the lab that all end-to-end tests share. Its address and keys reach them through the environment. */
// biome-ignore lint/style/noDefaultExport: Playwright calls the default export
export default async function globalSetup(): Promise<() => Promise<void>> {
  const lab = await runLab(makeStateFolder());
  process.env.LAB_URL = lab.url;
  process.env.LAB_DEMO = JSON.stringify(lab.demo());
  process.env.LAB_SETUP_KEY = lab.setupKey();
  return async () => {
    await lab.stop();
    removeStateFolder(lab.state);
  };
}
