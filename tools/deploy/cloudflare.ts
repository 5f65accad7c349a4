// The calls that a real deployment makes: wrangler, with its own questions and its own words for what went wrong.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod/mini";
import { NODE, ROOT } from "../install.mjs";
import { nodeArguments, PROGRAMS, QUIET_ENVIRONMENT, ToolError } from "../lab/programs.ts";
import type { Plan } from "./plan.ts";

const Databases = z.array(z.object({ name: z.string() }));
const Deployed = z.object({ type: z.literal("deploy"), targets: z.array(z.string()) });

export async function ensureDatabase({ database }: Plan): Promise<void> {
  const text = await wrangler({
    what: "Listing the databases",
    args: ["d1", "list", "--json"],
    capture: true,
  });
  const databases = Databases.parse(JSON.parse(text.slice(text.indexOf("["))));
  if (databases.some(({ name }) => name === database)) return;
  const args = ["d1", "create", database, "--update-config", "false"];
  await wrangler({ what: "Making the database", args });
}

export async function migrateRemotely({ config }: Plan): Promise<void> {
  const args = ["d1", "migrations", "apply", "DB", "--remote", "--config", config];
  await wrangler({ what: "Migrating the database", args });
}

/** Deploys, and tells the address; null where the Worker got none. */
export async function deployWorker({ config }: Plan, setupKey: string | undefined): Promise<string | null> {
  const folder = mkdtempSync(join(tmpdir(), "latent-lab-deploy-"));
  try {
    const secrets = join(folder, "secrets.json");
    const told = join(folder, "deployed.ndjson");
    if (setupKey) writeFileSync(secrets, JSON.stringify({ SETUP_KEY: setupKey }), { mode: 0o600 });
    await wrangler({
      what: "Deploying the Worker",
      args: ["deploy", "--config", config, ...(setupKey ? ["--secrets-file", secrets] : [])],
      env: { WRANGLER_OUTPUT_FILE_PATH: told },
    });
    return parseAddress(readFileSync(told, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first address in what wrangler wrote to WRANGLER_OUTPUT_FILE_PATH, a JSON object a line. */
export function parseAddress(told: string): string | null {
  const entries = told
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => Deployed.safeParse(JSON.parse(line)));
  const target = entries.flatMap((entry) => (entry.success ? entry.data.targets : []))[0];
  if (target === undefined) return null;
  return /^https?:/.test(target) ? target : `https://${target.replace(/ .*$/, "")}`;
}

/** Runs wrangler where a person can answer it; with `capture` its stdout is returned instead of shown. */
function wrangler({
  what,
  args,
  env = {},
  capture = false,
}: {
  what: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  capture?: boolean;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, nodeArguments(PROGRAMS.wrangler, args), {
      cwd: ROOT,
      env: { ...process.env, ...QUIET_ENVIRONMENT, ...env },
      stdio: ["inherit", capture ? "pipe" : "inherit", "inherit"],
    });
    let output = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else
        reject(
          new ToolError(
            `${output}\n${what} failed (wrangler ${args[0]}, exit ${code}). Are you signed in? npx wrangler login`,
          ),
        );
    });
  });
}
