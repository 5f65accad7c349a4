// How the tools run wrangler, vite and the like: by the pinned Node, never by way of the network, quiet unless they fail.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { NODE, ROOT } from "../install.mjs";

const MODULES = join(ROOT, "node_modules");
export const PROGRAMS = {
  wrangler: join(MODULES, "wrangler/wrangler-dist/cli.js"),
  vite: join(MODULES, "vite/bin/vite.js"),
  vitest: join(MODULES, "vitest/vitest.mjs"),
  playwright: join(MODULES, "@playwright/test/cli.js"),
  biome: join(MODULES, "@biomejs/biome/bin/biome"),
  tsc: join(MODULES, "typescript/bin/tsc"),
} as const;
export type Program = keyof typeof PROGRAMS;

/** Arguments of the pinned Node that run a program, or a script by its path from the root; it ends when this process does. */
export function nodeArguments(program: string, args: readonly string[]): string[] {
  const guard = pathToFileURL(join(ROOT, "tools/end-with-parent.mjs")).href;
  return ["--no-warnings", "--import", guard, program, ...args];
}

/** Without colours, banners, metrics, update checks and questions: nothing looks for the network. */
export const QUIET_ENVIRONMENT = {
  NO_COLOR: "1",
  WRANGLER_SEND_METRICS: "false",
  WRANGLER_SEND_ERROR_REPORTS: "false",
  WRANGLER_HIDE_BANNER: "true",
  CLOUDFLARE_CF_FETCH_ENABLED: "false",
  X_LOCAL_OBSERVABILITY: "false",
  X_LOCAL_EXPLORER: "false",
} as const;

const END_SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export type Outcome = { readonly code: number; readonly output: string };

/** Runs a program to its end in the repository's root; `output` is what it wrote, stdout and stderr as they came. */
export function runProgram({
  program,
  args,
  env = {},
  onOutput,
  tidiesUp = false,
}: {
  program: Program;
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Called as text comes; the output is collected all the same. */
  onOutput?: (text: string) => void;
  /** Asked to end, this process hands that on as Ctrl-C and waits until the program has put away what it started. */
  tidiesUp?: boolean;
}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(NODE, nodeArguments(PROGRAMS[program], args), {
      cwd: ROOT,
      env: { ...process.env, ...QUIET_ENVIRONMENT, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        onOutput?.(text);
      });
    }
    const interrupt = () => child.kill("SIGINT");
    if (tidiesUp) for (const signal of END_SIGNALS) process.on(signal, interrupt);
    child.on("error", reject);
    child.on("close", (code) => {
      for (const signal of END_SIGNALS) process.off(signal, interrupt);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs a program that must succeed: where it does not, prints what it wrote and throws `what` with the advice. */
export async function demandSuccess(
  step: Parameters<typeof runProgram>[0] & { readonly what: string },
): Promise<string> {
  const { code, output } = await runProgram(step);
  if (code === 0) return output;
  process.stderr.write(output);
  throw new ToolError(`${step.what} failed (${step.program}, exit ${code}); what it wrote stands above.`);
}

/** An expected failure whose message is all that a person needs. */
export class ToolError extends Error {}

/** Runs a tool's main function; a ToolError is printed as one line, and either way the exit code is set. */
export async function main(run: () => Promise<number | undefined>): Promise<void> {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(error instanceof ToolError ? error.message : error);
    process.exitCode = 1;
  }
}
