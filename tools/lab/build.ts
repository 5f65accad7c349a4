import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ROOT } from "../install.mjs";
import { takeLock } from "../processes.mjs";
import { hashFiles } from "./hash-files.ts";
import { demandSuccess, ToolError } from "./programs.ts";

const DIST = join(ROOT, "dist");
const STAMP = join(DIST, "built-from");
const SOURCES = [
  "client",
  "worker",
  "shared",
  "tools/build",
  "vite.config.ts",
  "wrangler.toml",
  "package-lock.json",
];

/** Builds client and Worker into dist/ where it is not the build of these sources. True where it had to. */
export async function build(): Promise<boolean> {
  const sources = hashFiles(SOURCES);
  if (isBuiltFrom(sources)) return false;
  const release = takeLock(join(ROOT, ".lab", "building"));
  try {
    if (isBuiltFrom(sources)) return false;
    rmSync(DIST, { recursive: true, force: true });
    // Whatever the shell or a test runner calls its environment, what is built is what gets deployed.
    const env = { NODE_ENV: "production" };
    await demandSuccess({ what: "The build", program: "vite", args: ["build", "--logLevel", "warn"], env });
    // Whoever serves or deploys the build brings the secrets; vite would leave those of this shell beside it.
    rmSync(join(dirname(builtConfig()), ".dev.vars"), { force: true });
    writeFileSync(STAMP, sources);
    return true;
  } finally {
    release();
  }
}

function isBuiltFrom(sources: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources;
}

/** The wrangler.json that the build wrote for the Worker; its folder has the Worker's name. */
export function builtConfig(): string {
  const config = readdirSync(DIST)
    .map((name) => join(DIST, name, "wrangler.json"))
    .find((path) => existsSync(path));
  if (config === undefined) throw new ToolError("dist/ holds no Worker: delete dist, then run again.");
  return config;
}
