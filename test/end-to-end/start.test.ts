import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { UPLOAD_RETRY_MAX_MILLISECONDS } from "../../shared/limits.ts";
import { runTool } from "../tools/run-tool.ts";
import { expect, joinDemo, labLink, openLab, test, trainAll } from "./lab-test.ts";
import { findFreePort, makeStateFolder, type RunningLab, removeStateFolder, runLab } from "./run-lab.ts";

test.describe.configure({ mode: "serial" });
// While the lab is stopped, the page that asks it for something is told so on the console.
test.use({ expectedErrors: [/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/] });

let state: string;
let lab: RunningLab;
test.beforeAll(async () => {
  state = makeStateFolder();
  lab = await runLab(state);
});
test.afterAll(async () => {
  await lab.stop();
  removeStateFolder(state);
});

test("npm start prints what to open, and each opens", async ({ page }) => {
  const { joinCode, instructorKey } = lab.demo();
  const key = readFileSync(join(state, "setup-key"), "utf8");
  for (const path of [
    "/",
    `/join/${joinCode}`,
    `/sign-in#${instructorKey}`,
    "/c/demo/board",
    `/new#${key}`,
  ]) {
    expect(lab.output()).toContain(`${lab.url}${path}\n`);
    await page.goto(lab.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  }
});

test("a second start says who has the port, or the state", async () => {
  const port = String(new URL(lab.url).port);
  const samePort = await runTool("tools/start.mjs", { env: { PORT: port, LAB_STATE: state } });
  expect(samePort.code).toBe(1);
  expect(samePort.output).toContain(`Port ${port} is taken (by `);

  const free = String(await findFreePort());
  const sameState = await runTool("tools/start.mjs", { env: { PORT: free, LAB_STATE: state } });
  expect(sameState.code).toBe(1);
  expect(sameState.output).toContain(`A lab runs on ${state} already (${lab.url}`);
});

test("reset refuses while a lab runs, and touches nothing", async () => {
  const { code, output } = await runTool("tools/reset.mjs", { env: { LAB_STATE: state } });
  expect(code).toBe(1);
  expect(output).toContain(`${lab.url}, process`);
  expect(existsSync(join(state, "demo.json"))).toBe(true);
});

test("seeding again does nothing; a wrong key is refused in words", async () => {
  const key = readFileSync(join(state, "setup-key"), "utf8");
  const again = await runTool("tools/seed.ts", { args: [lab.url], env: { SETUP_KEY: key } });
  expect(again.code).toBe(0);
  expect(again.output).toContain(`The demo course is there already: ${lab.url}/c/demo/board\n`);
  const wrong = await runTool("tools/seed.ts", { args: [lab.url], env: { SETUP_KEY: "wrong" } });
  expect(wrong.code).toBe(1);
  expect(wrong.output).toContain("The lab refused making the course demo: 401");
});

test("stopped, the lab leaves nothing running; started again, it gets what was trained meanwhile", async ({
  page,
}) => {
  test.slow();
  const port = Number(new URL(lab.url).port);
  await joinDemo(page, lab.demo(), { origin: lab.url });
  await openLab(page, lab.url + labLink({ widths: [5] }));
  await trainAll(page);
  await expect(page.getByRole("link", { name: "reproduced" })).toHaveCount(1);

  expect(await lab.stop()).toBe(0);
  expect(listProcessesOn(port)).toEqual([]);
  await page.getByRole("textbox", { name: "Epochs" }).fill("20");
  await trainAll(page);
  await expect(page.getByText("Saved on this device; will be sent when the network is back.")).toBeVisible();

  const { joinCode } = lab.demo();
  lab = await runLab(state, port);
  expect(lab.output()).not.toContain("Seeding");
  expect(lab.demo().joinCode).toBe(joinCode);
  await page.goto(`${lab.url}/c/demo/runs`);
  const runs = page.getByRole("table", { name: /^Runs that the server has/ });
  await expect(runs.getByText("reproduced")).toHaveCount(2, {
    timeout: UPLOAD_RETRY_MAX_MILLISECONDS + 45_000,
  });
});

test("a stopped lab can be reset: its state is empty", async () => {
  await lab.stop();
  const { code } = await runTool("tools/reset.mjs", { env: { LAB_STATE: state } });
  expect(code).toBe(0);
  expect(readdirSync(state)).toEqual([]);
});

/** The command lines that name the port, as Linux tells; none elsewhere. */
function listProcessesOn(port: number): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      } catch {
        return "";
      }
    })
    .filter((line) => line.includes(`localhost:${port}`) || line.includes(`--port ${port}`));
}
