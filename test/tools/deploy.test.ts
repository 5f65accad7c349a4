import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parseAddress } from "../../tools/deploy/cloudflare.ts";
import { ROOT, runTool } from "./run-tool.ts";

const NOWHERE = "http://127.0.0.1:9";

test("a dry run bundles the Worker and tells each step, without account or network @whole", async () => {
  const { code, output } = await runTool("tools/deploy.mjs", {
    args: ["--dry-run"],
    env: {
      HTTPS_PROXY: NOWHERE,
      HTTP_PROXY: NOWHERE,
      CLOUDFLARE_API_TOKEN: "",
      CLOUDFLARE_ACCOUNT_ID: "",
      SETUP_KEY: "a-key",
    },
  });
  expect(output).toContain("--dry-run: exiting now.");
  expect(output).toMatch(/env\.DB .*D1 Database/);
  expect(output).toMatch(/env\.BYTES .*KV Namespace/);
  expect(output).toMatch(/migrations that are not applied yet, of: 0001_\w+\.sql/);
  expect(output).toContain("seed the demo course");
  expect(code).toBe(0);
});

test("the key of whoever builds is neither printed nor left in the build @whole", async () => {
  const key = "a-key-that-stays-where-it-is";
  const { output } = await runTool("tools/deploy.mjs", { args: ["--dry-run"], env: { SETUP_KEY: key } });
  expect(output).not.toContain(key);
  const built = readdirSync(join(ROOT, "dist"), { recursive: true, withFileTypes: true });
  const files = built.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  expect(files.filter((path) => readFileSync(path, "latin1").includes(key))).toEqual([]);
  expect(files.filter((path) => path.includes(".dev.vars"))).toEqual([]);
});

test("the build is that for production, also where the shell or a test runner says otherwise @whole", async () => {
  expect(process.env.NODE_ENV).toBe("test");
  await runTool("tools/deploy.mjs", { args: ["--dry-run"], env: { SETUP_KEY: "" } });
  const assets = join(ROOT, "dist/client/assets");
  const scripts = readdirSync(assets).filter((name) => name.startsWith("index-") && name.endsWith(".js"));
  // A development build registers no service worker.
  expect(
    scripts.map((name) => readFileSync(join(assets, name), "utf8").includes("/service-worker.js")),
  ).toEqual([true]);
});

test("without a setup key a deployment says that it seeds nothing", async () => {
  const { output } = await runTool("tools/deploy.mjs", { args: ["--dry-run"], env: { SETUP_KEY: "" } });
  expect(output).toContain("seed nothing: SETUP_KEY is not in the environment");
});

test("an unknown option is refused before anything is built", async () => {
  const { code, output } = await runTool("tools/deploy.mjs", { args: ["--dryrun"] });
  expect(code).toBe(1);
  expect(output).toContain("There is no option --dryrun");
});

test("the address is read from what wrangler writes of a deployment", () => {
  const told = [
    { type: "wrangler-session", version: 1 },
    { type: "deploy", version: 1, targets: ["https://latent-lab.someone.workers.dev"] },
  ];
  const text = `${told.map((entry) => JSON.stringify(entry)).join("\n")}\n`;
  expect(parseAddress(text)).toBe("https://latent-lab.someone.workers.dev");
  expect(parseAddress(JSON.stringify({ type: "deploy", targets: [] }))).toBeNull();
});
