import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as z from "zod/mini";
import { ROOT, runTool } from "./run-tool.ts";

const Lock = z.object({ packages: z.record(z.string(), z.looseObject({ version: z.optional(z.string()) })) });

let modules: string;
beforeEach(() => {
  modules = join(mkdtempSync(join(tmpdir(), "latent-lab-modules-")), "node_modules");
});
afterEach(() => rmSync(join(modules, ".."), { recursive: true, force: true }));

/** Why tools/install.mjs would install, were `modules` the project's node_modules. */
async function why(): Promise<string> {
  const code = `import { whyInstall } from ${JSON.stringify(join(ROOT, "tools/install.mjs"))}; console.log(whyInstall(${JSON.stringify(modules)}));`;
  const { output } = await runTool("--input-type=module", { args: ["--eval", code] });
  return output.trim();
}

/** Writes what npm notes of an installation, after a change. */
function install(change: (packages: z.infer<typeof Lock>["packages"]) => void): void {
  const lock = Lock.parse(JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")));
  change(lock.packages);
  mkdirSync(modules);
  writeFileSync(join(modules, ".package-lock.json"), JSON.stringify(lock));
}

test("it installs when node_modules is missing, and says so", async () => {
  expect(await why()).toBe("node_modules is missing");
});

test("it installs when an installation was cut off", async () => {
  mkdirSync(modules);
  expect(await why()).toBe("node_modules is not whole");
});

test("it leaves an installation alone that package-lock.json asks for", async () => {
  install(() => {});
  expect(await why()).toBe("null");
});

test("it leaves out what is for other machines only", async () => {
  install((packages) => {
    for (const [path, entry] of Object.entries(packages)) if (entry.optional === true) delete packages[path];
  });
  expect(await why()).toBe("null");
});

test("it installs when package-lock.json has changed since, and names the package", async () => {
  install((packages) => {
    packages["node_modules/hono"] = { version: "1.0.0" };
  });
  expect(await why()).toMatch(/^package-lock\.json asks for hono [\d.]+, node_modules holds 1\.0\.0$/);
});
