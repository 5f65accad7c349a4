import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { NODE, ROOT } from "../install.mjs";
import { nodeArguments, PROGRAMS, type Program, QUIET_ENVIRONMENT, ToolError } from "./programs.ts";
import { setupKey, stateFolder } from "./state.ts";

const READY_SECONDS = 60;
const STOP_MILLISECONDS = 3_000;

/** A server that this process started. `ended` settles when it is gone; `stop` makes sure of that, with all its children. */
export type Server = { readonly ended: Promise<number>; stop(): Promise<void> };

/** Starts wrangler or vite as a server on the state, and resolves when it answers on `url`. Throws ToolError where it never does. */
export async function startServer({
  program,
  args,
  url,
}: {
  program: Program;
  args: readonly string[];
  url: string;
}): Promise<Server> {
  const child = spawn(NODE, nodeArguments(PROGRAMS[program], args), {
    cwd: ROOT,
    // A group of its own, so that one signal reaches wrangler and every workerd.
    detached: process.platform !== "win32",
    stdio: ["ignore", "inherit", "inherit"],
    env: {
      ...process.env,
      ...QUIET_ENVIRONMENT,
      LAB_STATE: stateFolder(),
      SETUP_KEY: setupKey(),
      WRANGLER_LOG_PATH: join(stateFolder(), "logs"),
      WRANGLER_REGISTRY_PATH: join(stateFolder(), "registry"),
    },
  });
  const ended = new Promise<number>((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 0));
  });
  const server = { ended, stop: () => stopGroup(child, ended) };
  const gone = ended.then(() => {
    throw new ToolError("The server ended before it answered; what it wrote stands above.");
  });
  gone.catch(() => {});
  try {
    await Promise.race([gone, untilAnswering(url)]);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return server;
}

async function untilAnswering(url: string): Promise<void> {
  const deadline = performance.now() + READY_SECONDS * 1_000;
  while (performance.now() < deadline) {
    const answered = await fetch(url).then(
      (response) => response.body?.cancel().then(() => true) ?? true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new ToolError(
    `Nothing answered on ${url} within ${READY_SECONDS} seconds; run again, or npm run reset first.`,
  );
}

async function stopGroup(child: ChildProcess, ended: Promise<number>): Promise<void> {
  signalGroup(child, "SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_MILLISECONDS);
  await ended;
  clearTimeout(timer);
  signalGroup(child, "SIGKILL");
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? pid : -pid, signal);
  } catch {
    // Gone already.
  }
}
